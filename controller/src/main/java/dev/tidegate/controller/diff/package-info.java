/// What would move if these manifests stood where those stand: hosts, paths, policies, backends, certificates, settings
/// and what is wrong.
///
/// Reading order: [Standing] is all that is compared of one side, thing by thing in words; [Difference] compares two of
/// them; [DifferenceView] is the JSON, [DifferenceText] the lines. Pure.
@NullMarked
package dev.tidegate.controller.diff;

import org.jspecify.annotations.NullMarked;
