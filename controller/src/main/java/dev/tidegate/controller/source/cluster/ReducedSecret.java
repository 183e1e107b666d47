package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
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
        Secret reduced = new Secret();
        reduced.setMetadata(metadata(whole.getMetadata()));
        reduced.setType(whole.getType());
        reduced.setData(used(whole.getData()));
        reduced.setStringData(Map.of());
        reduced.setAdditionalProperties(Map.of());
        return reduced;
    }

    private static ObjectMeta metadata(ObjectMeta whole) {
        ObjectMeta reduced = new ObjectMeta();
        reduced.setNamespace(whole.getNamespace());
        reduced.setName(whole.getName());
        reduced.setUid(whole.getUid());
        reduced.setResourceVersion(whole.getResourceVersion());
        reduced.setAdditionalProperties(Map.of());
        LeanObjects.shareWhatIsEmpty(reduced);
        return reduced;
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
