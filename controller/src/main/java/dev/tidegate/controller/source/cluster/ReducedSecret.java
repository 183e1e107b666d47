package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Secret, but for what is not used of it: ten thousand of them are held, and labels, annotations, key stores and
/// the like are often the larger part of one.
final class ReducedSecret {

    /// For TLS, for a client's certificate authority, for passwords.
    private static final List<String> USED = List.of("tls.crt", "tls.key", "ca.crt", "ca.crl", "auth");

    private ReducedSecret() {}

    static Secret of(Secret whole) {
        ObjectMeta metadata = whole.getMetadata();
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .endMetadata()
                .withType(whole.getType())
                .withData(used(whole.getData()))
                .build();
    }

    private static Map<String, String> used(Map<String, String> data) {
        Map<String, String> used = LinkedHashMap.newLinkedHashMap(2);
        for (String key : USED) {
            if (data != null && data.get(key) != null) {
                used.put(key, data.get(key));
            }
        }
        return used;
    }
}
