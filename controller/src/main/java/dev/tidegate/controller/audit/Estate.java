package dev.tidegate.controller.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All Ingresses that are looked at, the oldest first, and the keys of the global ConfigMap.
///
/// `byHost`, `byService`: those that have a path on it, or to it. `others`: how many Ingresses are of other classes,
/// by class; empty for none.
record Estate(
        List<OwnIngress> ingresses,
        SortedMap<String, List<OwnIngress>> byHost,
        SortedMap<String, List<OwnIngress>> byService,
        Map<String, String> settings,
        SortedMap<String, Integer> others) {

    Estate {
        ingresses = List.copyOf(ingresses);
        byHost = Collections.unmodifiableSortedMap(new TreeMap<>(byHost));
        byService = Collections.unmodifiableSortedMap(new TreeMap<>(byService));
        settings = Map.copyOf(settings);
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    static Estate of(List<OwnIngress> ingresses, Map<String, String> settings, SortedMap<String, Integer> others) {
        TreeMap<String, List<OwnIngress>> byHost = new TreeMap<>();
        TreeMap<String, List<OwnIngress>> byService = new TreeMap<>();
        for (OwnIngress ingress : ingresses) {
            ingress.hosts().forEach(it -> add(byHost, it, ingress));
            ingress.services().forEach(it -> add(byService, it, ingress));
        }
        return new Estate(ingresses, byHost, byService, settings, others);
    }

    private static void add(Map<String, List<OwnIngress>> index, String key, OwnIngress ingress) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(ingress);
    }

    Stream<String> hosts() {
        return byHost.keySet().stream();
    }

    List<OwnIngress> of(String host) {
        return byHost.getOrDefault(host, List.of());
    }

    /// The Ingress by which the whole host reads its paths as regular expressions.
    Optional<OwnIngress> regexBy(String host) {
        return of(host).stream().filter(it -> it.makesRegex(host)).findFirst();
    }

    boolean isTls(String host) {
        return !host.equals("*") && of(host).stream().anyMatch(OwnIngress::tls);
    }

    /// Is it on, by the ConfigMap?
    boolean isSet(String key) {
        return settings.getOrDefault(key, "").trim().equalsIgnoreCase("true");
    }
}
