/// What an authoritative server knows and says: zones, and the answer to one question about them. Pure.
///
/// Reading order: an [Authority] is what a zone says of itself; a [Zone] holds its names, and [Zones] finds the one
/// that a name belongs to; [ZoneAnswers] answers a question with a [Reply]. [HostZones] makes zones of the
/// records that the exposed hosts ought to have.
@NullMarked
package dev.tidegate.dns.zone;

import org.jspecify.annotations.NullMarked;
