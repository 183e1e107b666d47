/// The names that Kubernetes gives to Services and Pods, as zones. Pure; knows Kubernetes' words, not its types.
///
/// Reading order: a [ClusterService] and a [ClusterPod] are what there is; [ClusterZones] names them, with the help of
/// [DashedAddress] and [ReverseZones].
@NullMarked
package dev.tidegate.dns.cluster;

import org.jspecify.annotations.NullMarked;
