package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.RoutePolicy;
import java.util.List;
import java.util.Optional;

/// When requests in clear text are sent to https: on hosts that have TLS, on all hosts, or never; and which rule
/// paths stay out of it, so that a certificate can be had in the first place (RFC 8555 §8.3).
///
/// `location`: how the location is written; its status among it.
public record RedirectRule(
        boolean onTls, boolean always, RoutePolicy.HttpsRedirect location, List<String> exemptPaths) {

    public static final RedirectRule DEFAULT = new RedirectRule(
            true, false, new RoutePolicy.HttpsRedirect(308, false, false), List.of("/.well-known/acme-challenge"));

    public RedirectRule {
        requireNonNull(location);
        exemptPaths = List.copyOf(exemptPaths);
    }

    public Optional<RoutePolicy.HttpsRedirect> on(String rulePath, boolean hostHasTls) {
        boolean asked = always || (onTls && hostHasTls);
        return asked && exemptPaths.stream().noneMatch(rulePath::startsWith) ? Optional.of(location) : Optional.empty();
    }
}
