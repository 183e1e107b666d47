/// What is known to be good, kept in a file, so that a gateway that is started while its API server is away serves.
///
/// Reading order: [LastGoodFile] holds objects; [LastGoodKeeper] writes them down as they change, on a thread of its
/// own; [ObjectText] is how one is written.
@NullMarked
package dev.tidegate.controller.lastgood;

import org.jspecify.annotations.NullMarked;
