@NullMarked
package dev.tidegate.gateway;

import org.jspecify.annotations.NullMarked;
