package dev.tidegate.controller.audit;

import dev.tidegate.controller.audit.OwnIngress.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What surprises about how far an annotation of ingress-nginx reaches: over its own Ingress.
final class SharingSurprises {

    /// These hold for a host.
    private static final String[] OF_HOSTS = {
        "app-root",
        "auth-tls-secret",
        "from-to-www-redirect",
        "proxy-ssl-secret",
        "server-alias",
        "server-snippet",
        "ssl-ciphers"
    };

    /// These hold for a port of a Service.
    private static final String[] OF_SERVICES = {"affinity", "load-balance", "service-upstream", "upstream-hash-by"};

    static final List<SurpriseCheck> ALL = List.of(
            new SurpriseCheck(
                    "host-wide-annotations",
                    "Some annotations hold for the whole host as soon as one Ingress of it has them, for the paths of"
                            + " the others too.",
                    "Look whether the other Ingresses are meant; if so, say it in all of them.",
                    SharingSurprises::hosts),
            new SurpriseCheck(
                    "service-wide-annotations",
                    "Affinity, hashing and canaries belong to the port of a Service: other Ingresses and hosts with the"
                            + " same backend have them too. Here they belong to the Ingress that says so.",
                    "Say it in each Ingress that relies on it.",
                    SharingSurprises::services),
            new SurpriseCheck(
                    "canary-without-primary",
                    "A canary needs another Ingress with the same host and path; without one it is dropped, and its"
                            + " path answers 404.",
                    "Write the Ingress beside it, or take the canary away.",
                    SharingSurprises::orphans),
            new SurpriseCheck(
                    "canary-header-value",
                    "With canary-by-header-value a header that says never does not mean never any more: every other"
                            + " value goes on to the cookie and to the weight.",
                    "Look for clients that send never.",
                    estate -> named(estate, "canary-by-header-value")),
            new SurpriseCheck(
                    "canary-weight-total",
                    "canary-weight-total counts only above 100; up to there the weight is a percentage.",
                    "Write the weight as a percentage.",
                    estate -> estate.ingresses().stream()
                            .filter(it -> it.annotation("canary-weight-total")
                                    .filter(total -> total.matches("\\d{1,2}|100"))
                                    .isPresent())
                            .map(it -> it.name() + ": "
                                    + it.annotation("canary-weight-total").orElse(""))),
            new SurpriseCheck(
                    "passthrough-alone",
                    "With ssl-passthrough every other annotation of the host has no effect, and the Service's address"
                            + " is asked instead of its pods.",
                    "Take the others away, so that nobody counts on them.",
                    estate -> estate.ingresses().stream()
                            .filter(it -> it.says("ssl-passthrough", false))
                            .map(OwnIngress::name)));

    private SharingSurprises() {}

    static Stream<String> named(Estate estate, String... annotations) {
        return estate.ingresses().stream()
                .flatMap(it -> Stream.of(annotations)
                        .flatMap(name ->
                                it.annotation(name).stream().map(value -> it.name() + ": " + name + " " + value)));
    }

    private static Stream<String> hosts(Estate estate) {
        return estate.hosts()
                .flatMap(host -> Stream.of(OF_HOSTS)
                        .flatMap(name -> spread(estate.of(host), name).map(it -> it + " (" + host + ")").stream()));
    }

    private static Stream<String> services(Estate estate) {
        Stream<String> spread = estate.byService().entrySet().stream()
                .flatMap(it -> Stream.of(OF_SERVICES)
                        .flatMap(name ->
                                spread(it.getValue(), name).map(said -> said + " (" + it.getKey() + ")").stream()));
        return Stream.concat(spread, canaries(estate));
    }

    /// A canary belongs to the Service of its primary, so whoever else has that Service as a backend has it too.
    private static Stream<String> canaries(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.says("canary", false))
                .flatMap(canary -> canary.paths().stream()
                        .flatMap(path -> primaries(estate, path))
                        .map(Path::service)
                        .distinct()
                        .flatMap(service -> estate.byService().getOrDefault(service, List.of()).stream()
                                .filter(it -> !it.says("canary", false) && !isPrimary(it, canary))
                                .map(it -> "the canary " + canary.name() + " holds for " + it.name() + " too ("
                                        + service + ")")));
    }

    private static Stream<Path> primaries(Estate estate, Path path) {
        return estate.of(path.host()).stream()
                .filter(it -> !it.says("canary", false))
                .flatMap(it -> it.paths().stream())
                .filter(it -> isSame(it, path));
    }

    private static boolean isPrimary(OwnIngress ingress, OwnIngress canary) {
        return ingress.paths().stream().anyMatch(one -> canary.paths().stream().anyMatch(it -> isSame(it, one)));
    }

    private static boolean isSame(Path one, Path other) {
        return one.host().equals(other.host()) && one.path().equals(other.path());
    }

    /// `affinity of default/a holds for default/b too`, if one has it and another one has not.
    private static Optional<String> spread(List<OwnIngress> together, String name) {
        Optional<OwnIngress> holder =
                together.stream().filter(it -> it.has(name)).findFirst();
        List<String> others = together.stream()
                .filter(it -> !it.has(name) && !it.says("canary", false))
                .map(OwnIngress::name)
                .toList();
        return holder.isEmpty() || others.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " of " + holder.get().name() + " holds for " + String.join(", ", others) + " too");
    }

    private static Stream<String> orphans(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.says("canary", false))
                .flatMap(canary -> canary.paths().stream()
                        .filter(path -> primaries(estate, path).findAny().isEmpty())
                        .map(path -> canary.name() + " " + path.text()));
    }
}
