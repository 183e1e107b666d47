/// Names the exposed hosts, and in a folder the Services and Pods too, to whoever asks by DNS; on every replica.
///
/// Reading order: [DnsOptions] say where and for which zones. [ServedNames] follows what is live and holds the zones
/// of it, made of [NameInputs]: claims, addresses and, of a folder, the [FolderObjects]. [NameLog] tells what
/// has no name and ought to.
@NullMarked
package dev.tidegate.controller.respond;

import org.jspecify.annotations.NullMarked;
