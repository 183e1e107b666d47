package dev.tidegate.controller.audit;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What surprises about backends, about client addresses, and about values that nobody can read.
final class BackendSurprises {

    private static final Set<String> EVERYBODY = Set.of("", "0.0.0.0/0", "::/0", "0.0.0.0/0,::/0", "0.0.0.0/0, ::/0");

    static final List<SurpriseCheck> ALL = List.of(
            new SurpriseCheck(
                    "backend-not-verified",
                    "HTTPS and GRPCS to backends are not verified, and no server name is sent; all proxy-ssl-*"
                            + " annotations count only beside proxy-ssl-secret.",
                    "Nothing is weaker here than it was; write proxy-ssl-secret and proxy-ssl-verify on where it"
                            + " matters.",
                    BackendSurprises::unverified),
            new SurpriseCheck(
                    "error-page-status",
                    "A page of custom-http-errors comes with the status of the error backend, not with the one that it"
                            + " stands for; and an Ingress with the annotation ignores the global list.",
                    "Look that the error backend answers with the status in X-Code.",
                    estate -> SharingSurprises.named(estate, "custom-http-errors")),
            new SurpriseCheck(
                    "long-connections",
                    "proxy-read-timeout is the time between two reads, also of WebSockets, server-sent events and gRPC:"
                            + " 60 seconds of silence end them. People raise it for that.",
                    "Look that such connections live as long as they did.",
                    BackendSurprises::patient),
            new SurpriseCheck(
                    "forwarded-headers-of-anybody",
                    "With use-forwarded-headers, X-Forwarded-For is believed from whoever is in proxy-real-ip-cidr,"
                        + " which is everybody unless set: the client chooses the address that lists and limits look"
                        + " at. Without it, the list of an outer proxy is thrown away.",
                    "Set proxy-real-ip-cidr to the addresses of your proxies.",
                    BackendSurprises::believing),
            new SurpriseCheck(
                    "hsts-by-default",
                    "Answers over TLS have Strict-Transport-Security for a year, with all subdomains, unless the"
                            + " ConfigMap says hsts false.",
                    "Look whether the answers that you compare have it, and whether it is meant.",
                    estate -> "false".equalsIgnoreCase(estate.settings().getOrDefault("hsts", ""))
                            ? Stream.empty()
                            : estate.hosts().filter(estate::isTls)),
            new SurpriseCheck(
                    "values-ignored-in-silence",
                    "A value that cannot be read is mostly ignored in silence; a few make the whole Ingress or the path"
                            + " unavailable. Here it is said, and closes the Ingress where access is decided.",
                    "Correct the value; what it asked for was never in effect.",
                    BackendSurprises::unreadable));

    private BackendSurprises() {}

    private static Stream<String> unverified(Estate estate) {
        Set<String> overTls = Set.of("HTTPS", "GRPCS");
        return estate.ingresses().stream()
                .filter(it -> it.annotation("backend-protocol")
                        .map(protocol -> protocol.toUpperCase(Locale.ROOT))
                        .filter(overTls::contains)
                        .isPresent())
                .filter(it -> !it.has("proxy-ssl-secret")
                        || it.annotation("proxy-ssl-verify")
                                .filter("on"::equals)
                                .isEmpty())
                .map(OwnIngress::name);
    }

    private static Stream<String> patient(Estate estate) {
        return estate.ingresses().stream()
                .filter(it -> it.annotation("proxy-read-timeout")
                        .filter(seconds -> seconds.matches("[1-9]\\d{2,}"))
                        .isPresent())
                .map(it ->
                        it.name() + ": " + it.annotation("proxy-read-timeout").orElse("") + " seconds");
    }

    private static Stream<String> believing(Estate estate) {
        String trusted =
                estate.settings().getOrDefault("proxy-real-ip-cidr", "").trim();
        return estate.isSet("use-forwarded-headers") && EVERYBODY.contains(trusted)
                ? Stream.of("the global ConfigMap")
                : Stream.empty();
    }

    private static Stream<String> unreadable(Estate estate) {
        return estate.ingresses().stream()
                .flatMap(it -> it.said().stream()
                        .filter(said -> said.reason() == DiagnosticReason.INVALID_ANNOTATION)
                        .map(said -> it.name() + " " + said.field() + ": " + said.message()));
    }
}
