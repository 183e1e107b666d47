/// Brings wanted records about, whoever keeps them.
///
/// Reading order: a [Publisher] makes a [Round] of reading, planning and changing; each change has one [Outcome]. Where
/// records stand is a [RecordStore]'s affair: a name server, or objects that another program makes records of.
@NullMarked
package dev.tidegate.dns.publish;

import org.jspecify.annotations.NullMarked;
