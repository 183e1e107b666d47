/// Which Tidegate this is.
@NullMarked
package dev.tidegate.controller.build;

import org.jspecify.annotations.NullMarked;
