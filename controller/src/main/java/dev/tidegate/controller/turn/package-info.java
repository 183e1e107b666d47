/// Jobs that are done again and again beside serving: when something calls for them, and from time to time.
@NullMarked
package dev.tidegate.controller.turn;

import org.jspecify.annotations.NullMarked;
