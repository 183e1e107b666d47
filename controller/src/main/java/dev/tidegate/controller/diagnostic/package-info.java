/// What is wrong, with which object and field, and what was expected: one list that logs, status, Events and tests
/// read.
@NullMarked
package dev.tidegate.controller.diagnostic;

import org.jspecify.annotations.NullMarked;
