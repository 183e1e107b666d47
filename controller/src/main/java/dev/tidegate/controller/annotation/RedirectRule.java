package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.RoutePolicy;
import java.util.List;
import java.util.Optional;

/// When requests in clear text are sent to https: on hosts that have TLS, on all hosts, or never; and which rule
/// paths stay out of it, so that a certificate can be had in the first place (RFC 8555 §8.3).
public record RedirectRule(boolean onTls, boolean always, int status, List<String> exemptPaths) {

    public static final RedirectRule DEFAULT =
            new RedirectRule(true, false, 308, List.of("/.well-known/acme-challenge"));

    public RedirectRule {
        exemptPaths = List.copyOf(exemptPaths);
    }

    public Optional<RoutePolicy.HttpsRedirect> on(String rulePath, boolean hostHasTls) {
        boolean asked = always || (onTls && hostHasTls);
        return asked && exemptPaths.stream().noneMatch(rulePath::startsWith)
                ? Optional.of(new RoutePolicy.HttpsRedirect(status))
                : Optional.empty();
    }
}
