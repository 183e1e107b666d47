/// A map that is never edited and cheap to make the next one of: what all the large maps between a source and the
/// routing table are, so that one edit costs the same however many objects there are.
///
/// It stands in the lowest module because each room above it holds such maps. Reading order: [PersistentMap], then
/// [Node], the trie that it is made of.
@NullMarked
package dev.tidegate.persistent;

import org.jspecify.annotations.NullMarked;
