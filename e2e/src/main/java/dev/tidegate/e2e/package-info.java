@NullMarked
package dev.tidegate.e2e;

import org.jspecify.annotations.NullMarked;
