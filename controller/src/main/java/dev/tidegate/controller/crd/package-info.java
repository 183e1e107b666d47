/// Kinds that are installed by their own definitions, and that the Kubernetes client has no classes for: the policies
/// of the whole cluster, and external-dns's records. Plain shapes of JSON, every field of which may be absent; what
/// they mean is read elsewhere.
///
/// Source: network-policy-api, `policy.networking.k8s.io` v1alpha1 and v1alpha2; external-dns, `externaldns.k8s.io`
/// v1alpha1.
@NullMarked
package dev.tidegate.controller.crd;

import org.jspecify.annotations.NullMarked;
