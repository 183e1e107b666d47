/// Who owns a record: TXT records beside it, in the words of external-dns's TXT registry, so that one can take over
/// from external-dns and back. Pure.
///
/// Reading order: [OwnershipText] is what such a record says, [OwnershipNames] where it stands, [Identity] who we are.
///
/// Encrypted ones are recognised and not read: what they stand for is another's.
@NullMarked
package dev.tidegate.dns.ownership;

import org.jspecify.annotations.NullMarked;
