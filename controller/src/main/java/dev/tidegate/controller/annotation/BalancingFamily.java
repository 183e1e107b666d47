package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.RequestText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `affinity` and what belongs to it, `upstream-hash-by`, `upstream-hash-by-subset`,
/// `upstream-hash-by-subset-size`, `load-balance`: to which of the endpoints a request goes.
///
/// Source: ingress-nginx, in this order of precedence. There it belongs to the Service's port, here to the
/// routes of the Ingress.
final class BalancingFamily implements AnnotationFamily {

    static final String ALGORITHM = "load-balance";

    private static final String HASH = "upstream-hash-by";
    private static final String SUBSET = "upstream-hash-by-subset";
    private static final String SUBSET_SIZE = "upstream-hash-by-subset-size";

    private static final Set<String> NAMES = Stream.concat(
                    AffinityReader.NAMES.stream(), Stream.of(HASH, SUBSET, SUBSET_SIZE, ALGORITHM))
            .collect(Collectors.toUnmodifiableSet());

    private static final int SIZE = 3;

    @Override
    public Set<String> names() {
        return NAMES;
    }

    @Override
    public Set<String> namesOnCanary() {
        return names();
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        return read(annotations, settings.quickest())
                .<List<Effect>>map(balancing -> List.of(new Effect.Enforce(balancing)))
                .orElse(List.of());
    }

    /// `quickest`: what the ConfigMap says. All annotations are read, so that what is wrong with a weaker one
    /// is told too.
    private static Optional<Balancing> read(ValueReader annotations, boolean quickest) {
        Optional<Affinity> affinity = AffinityReader.read(annotations);
        Optional<RequestText> key = annotations.read(HASH, ValueType.REQUEST_TEXT);
        boolean grouped = annotations.read(SUBSET, ValueType.BOOLEAN).orElse(false);
        int size = annotations.read(SUBSET_SIZE, ValueType.POSITIVE_COUNT).orElse(SIZE);
        boolean byLatency = quickest(annotations).orElse(quickest);
        return affinity.<Balancing>map(it -> it)
                .or(() -> key.map(text -> new Balancing.ByHash(text, grouped ? size : 1)))
                .or(() -> byLatency ? Optional.of(new Balancing.Quickest()) : Optional.empty());
    }

    /// The ConfigMap uses the same name.
    static Optional<Boolean> quickest(ValueReader values) {
        return values.read(ALGORITHM, ValueType.ALGORITHM).map("ewma"::equals);
    }
}
