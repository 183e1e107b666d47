/// What comes of policies for one connection. Reading order: [Policies], all that there are; [Evaluation], who asks
/// whom in which order; [Verdict] and its two [Judgement]s with the [Cause] of each; [Suggestion], what would allow it;
/// and [Telling], all of it in words.
@NullMarked
package dev.tidegate.policy.verdict;

import org.jspecify.annotations.NullMarked;
