/// From Kubernetes objects to what the policies module understands, and back: its suggestions as manifests.
///
/// Reading order: [PolicyReading], all policies of a snapshot and what is wrong with them; [NetworkPolicyReader] and
/// [ClusterPolicyReader], one of them; [Population], the pods and nodes; [PolicyManifest], the way back.
@NullMarked
package dev.tidegate.controller.policy;

import org.jspecify.annotations.NullMarked;
