@NullMarked
package dev.tidegate.dns;

import org.jspecify.annotations.NullMarked;
