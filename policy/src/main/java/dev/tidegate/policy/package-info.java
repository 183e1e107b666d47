@NullMarked
package dev.tidegate.policy;

import org.jspecify.annotations.NullMarked;
