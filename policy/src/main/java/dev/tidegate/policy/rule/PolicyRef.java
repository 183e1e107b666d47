package dev.tidegate.policy.rule;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/// Names a policy among all; `namespace` is empty for one of the whole cluster.
public record PolicyRef(String kind, String namespace, String name) implements Comparable<PolicyRef> {

    private static final Comparator<PolicyRef> ORDER = Comparator.comparing(PolicyRef::kind)
            .thenComparing(PolicyRef::namespace)
            .thenComparing(PolicyRef::name);

    public PolicyRef {
        requireNonNull(kind);
        requireNonNull(namespace);
        requireNonNull(name);
    }

    public static PolicyRef networkPolicy(String namespace, String name) {
        return new PolicyRef("NetworkPolicy", namespace, name);
    }

    /// `NetworkPolicy shop/deny-all`
    public String text() {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    @Override
    public int compareTo(PolicyRef other) {
        return ORDER.compare(this, other);
    }
}
