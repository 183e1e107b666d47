/// What is wrong around Tidegate: each check looks at what was seen once, and says what it found, what that means here,
/// and what to do. Pure.
///
/// Reading order: [Examination], the list of checks; [Finding], what each says; then the checks.
@NullMarked
package dev.tidegate.controller.doctor;

import org.jspecify.annotations.NullMarked;
