/// Names that backends have, kept resolved: what an ExternalName needs, and nothing of Kubernetes.
///
/// Reading order: [Resolution] is what is known of a name; [KeptNames] keeps it so, by asking a [Lookup] again and
/// again and deciding in [NameState] what its [Answer] means. A lookup asks [NameServers], goes by [ResolvConf],
/// and reads messages by [AliasChain].
///
/// What an address may be is not decided here: whoever uses one says what he allows.
@NullMarked
package dev.tidegate.dns.resolve;

import org.jspecify.annotations.NullMarked;
