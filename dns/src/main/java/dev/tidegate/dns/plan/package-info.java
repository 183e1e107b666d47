/// What to do in the zones, and what on no account. Pure: it neither asks a server nor the clock.
///
/// Reading order: [Plan] has the rules. It compares what is wanted with what was found ([ZoneContent]), asks a
/// [Holder] whose that is, and decides by a [PublishPolicy] and by what is remembered ([Memory]) what may go. Its
/// outcome is one [NameChange] a name, and what is [Withheld].
@NullMarked
package dev.tidegate.dns.plan;

import org.jspecify.annotations.NullMarked;
