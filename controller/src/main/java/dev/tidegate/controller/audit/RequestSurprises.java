package dev.tidegate.controller.audit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What surprises about redirects, and about who comes in.
final class RequestSurprises {

    static final List<SurpriseCheck> ALL = List.of(
            new SurpriseCheck(
                    "https-redirect-strips-slash",
                    "The redirect to https takes one slash off the end (/a/ becomes /a), keeps the method with 308, and"
                            + " happens where the certificate's Secret is missing too.",
                    "Set preserve-trailing-slash where clients mind.",
                    RequestSurprises::stripped),
            new SurpriseCheck(
                    "redirect-loop",
                    "force-ssl-redirect behind a load balancer that ends TLS redirects for ever, unless its"
                            + " X-Forwarded-Proto is believed.",
                    "Set use-forwarded-headers, and proxy-real-ip-cidr to the load balancer's addresses.",
                    estate -> estate.isSet("use-forwarded-headers")
                            ? Stream.empty()
                            : estate.ingresses().stream()
                                    .filter(it -> it.says("force-ssl-redirect", false))
                                    .map(OwnIngress::name)),
            new SurpriseCheck(
                    "www-redirect-names-port",
                    "The redirect between a host and its www. names the port, as http://a.example:80/.",
                    "Look for clients that compare the location.",
                    estate -> estate.ingresses().stream()
                            .filter(it -> it.says("from-to-www-redirect", false))
                            .map(OwnIngress::name)),
            new SurpriseCheck(
                    "two-hops",
                    "app-root and from-to-www-redirect answer before the redirect to https: two hops, the first of"
                            + " which is clear text.",
                    "Give out links with https.",
                    estate -> estate.ingresses().stream()
                            .filter(it -> it.has("app-root") || it.says("from-to-www-redirect", false))
                            .filter(it -> it.hosts().stream().anyMatch(estate::isTls))
                            .map(OwnIngress::name)),
            new SurpriseCheck(
                    "permanent-redirect-drops-path",
                    "permanent-redirect and temporal-redirect send everybody to the one location: path and query of the"
                            + " request are dropped.",
                    "Look for links to paths below it.",
                    estate -> SharingSurprises.named(estate, "permanent-redirect", "temporal-redirect")),
            new SurpriseCheck(
                    "redirect-before-access",
                    "Redirects and CORS preflights are answered before anybody is asked who he is, and before address"
                            + " lists are looked at.",
                    "Nothing, unless the location itself is a secret.",
                    RequestSurprises::beforeAccess),
            new SurpriseCheck(
                    "whitelist-alias",
                    "whitelist-source-range is the old name of allowlist-source-range; where both are set, the new one"
                            + " counts alone.",
                    "Look whether both are set, and whether a policy of yours knows the old name.",
                    estate -> SharingSurprises.named(estate, "whitelist-source-range", "limit-whitelist")),
            new SurpriseCheck(
                    "limit-burst",
                    "A limit lets a burst of five times its number through (limit-burst-multiplier), is counted by each"
                            + " replica for itself and by all paths of the Ingress together, and answers 503, not 429.",
                    "Multiply by the number of replicas; set limit-burst-multiplier where the burst matters.",
                    estate -> SharingSurprises.named(estate, "limit-rps", "limit-rpm")),
            new SurpriseCheck(
                    "cors-for-everybody",
                    "enable-cors without an origin means every origin, with credentials; the headers stand on every"
                            + " answer, and every OPTIONS request is answered without the backend.",
                    "Set cors-allow-origin to the origins that are meant.",
                    RequestSurprises::corsForEverybody),
            new SurpriseCheck(
                    "auth-url-needs-full-name",
                    "The host of auth-url is looked up without search domains: a short name of a Service is not found,"
                            + " and a service that does not answer makes 500, not 401.",
                    "Write the full name, as auth.default.svc.cluster.local.",
                    RequestSurprises::shortAuthHosts));

    private RequestSurprises() {}

    private static Stream<String> stripped(Estate estate) {
        return estate.hosts()
                .filter(estate::isTls)
                .filter(host -> estate.of(host).stream()
                        .anyMatch(it -> it.says("ssl-redirect", true) && !it.says("preserve-trailing-slash", false)));
    }

    private static Stream<String> beforeAccess(Estate estate) {
        return estate.ingresses().stream()
                .filter(OwnIngress::guards)
                .filter(it -> it.has("permanent-redirect", "temporal-redirect")
                        || it.says("enable-cors", false)
                        || it.says("force-ssl-redirect", false)
                        || (it.says("ssl-redirect", true) && it.hosts().stream().anyMatch(estate::isTls)))
                .map(OwnIngress::name);
    }

    private static Stream<String> corsForEverybody(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.says("enable-cors", false))
                .filter(it -> it.annotation("cors-allow-origin").orElse("*").contains("*"))
                .map(it -> it.name() + (it.says("cors-allow-credentials", true) ? ", with credentials" : ""));
    }

    private static Stream<String> shortAuthHosts(Estate estate) {
        return estate.ingresses().stream()
                .flatMap(it -> it
                        .annotation("auth-url")
                        .flatMap(RequestSurprises::host)
                        .filter(host -> !host.contains(".") || host.endsWith(".svc"))
                        .map(host -> it.name() + ": " + host)
                        .stream());
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
