/// What is known of the cluster at one moment, frozen and indexed by the questions that the compiler asks.
@NullMarked
package dev.tidegate.controller.snapshot;

import org.jspecify.annotations.NullMarked;
