package dev.tidegate.controller.annotation;

import java.util.Optional;

/// How far a regular expression reaches: what `use-regex`, or a rewrite, makes of the paths of others.
public enum RegexScope {
    /// Every path of the host becomes an expression, whosever it is: as with ingress-nginx.
    HOST,
    /// The paths of other Ingresses mean what they meant.
    INGRESS;

    static final String EXPECTED = "host or ingress";

    static Optional<RegexScope> parse(String text) {
        return switch (text) {
            case "host" -> Optional.of(HOST);
            case "ingress" -> Optional.of(INGRESS);
            default -> Optional.empty();
        };
    }
}
