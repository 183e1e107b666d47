/// Stories over real sockets: manifests, and what a client and the gateway then say to one another, in one file.
@NullMarked
package dev.tidegate.controller.dialogue;

import org.jspecify.annotations.NullMarked;
