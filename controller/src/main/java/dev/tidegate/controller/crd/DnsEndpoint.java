package dev.tidegate.controller.crd;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/// Records that external-dns makes, where it is told to read this kind (`--source=crd`).
@Group("externaldns.k8s.io")
@Version("v1alpha1")
@Kind("DNSEndpoint")
@Plural("dnsendpoints")
public final class DnsEndpoint extends CustomResource<DnsEndpointSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
