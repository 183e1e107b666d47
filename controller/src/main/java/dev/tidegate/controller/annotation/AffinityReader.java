package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.SessionCookie;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// `affinity`, `affinity-mode` and the `session-cookie-*`: whether a client stays with one endpoint, and by
/// which cookie.
///
/// Source: ingress-nginx. What cannot be read keeps its default; but without `affinity: cookie` there is no
/// session.
final class AffinityReader {

    private static final String AFFINITY = "affinity";
    private static final String MODE = "affinity-mode";
    private static final String NAME = "session-cookie-name";
    private static final String MAX_AGE = "session-cookie-max-age";
    private static final String EXPIRES = "session-cookie-expires";
    private static final String PATH = "session-cookie-path";
    private static final String DOMAIN = "session-cookie-domain";
    private static final String SAME_SITE = "session-cookie-samesite";
    private static final String SECURE = "session-cookie-secure";
    private static final String CHANGE = "session-cookie-change-on-failure";
    private static final String SPARE = "session-cookie-conditional-samesite-none";

    static final Set<String> NAMES =
            Set.of(AFFINITY, MODE, NAME, MAX_AGE, EXPIRES, PATH, DOMAIN, SAME_SITE, SECURE, CHANGE, SPARE);

    private static final ValueType<String> COOKIE = ValueType.matching(Pattern.compile("cookie"), "cookie");
    private static final ValueType<String> BALANCED_OR_PERSISTENT =
            ValueType.matching(Pattern.compile("balanced|persistent"), "balanced or persistent");
    private static final ValueType<String> SECONDS =
            ValueType.matching(Pattern.compile("[+-]?\\d{1,9}"), "seconds, as a whole number");
    private static final ValueType<String> COOKIE_PATH = ValueType.matching(
            Pattern.compile("/[A-Za-z0-9\\-._~/:,?&=]{0,1023}"),
            "a path of at most 1024 letters, digits and - . _ ~ / : , ? & =");
    private static final ValueType<String> COOKIE_DOMAIN = ValueType.matching(
            Pattern.compile("\\.?[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){0,126}"), "the name of a domain");
    private static final ValueType<String> SITES =
            ValueType.matching(Pattern.compile("(?i)none|lax|strict"), "None, Lax or Strict");

    private final ValueReader annotations;

    private AffinityReader(ValueReader annotations) {
        this.annotations = annotations;
    }

    static Optional<Affinity> read(ValueReader annotations) {
        return new AffinityReader(annotations).read();
    }

    private Optional<Affinity> read() {
        if (annotations.text(AFFINITY).isEmpty()) {
            warnOfTheRest();
            return Optional.empty();
        }
        Optional<String> cookie = annotations.read(AFFINITY, COOKIE);
        Affinity.Mode mode = annotations
                .read(MODE, BALANCED_OR_PERSISTENT)
                .filter("persistent"::equals)
                .map(_ -> Affinity.Mode.PERSISTENT)
                .orElse(Affinity.Mode.BALANCED);
        Affinity affinity = new Affinity(
                mode, cookie(), annotations.read(CHANGE, ValueType.BOOLEAN).orElse(false));
        return cookie.map(_ -> affinity);
    }

    private void warnOfTheRest() {
        for (String name : new TreeSet<>(NAMES)) {
            annotations
                    .text(name)
                    .ifPresent(_ -> annotations.warning(
                            name,
                            DiagnosticReason.INVALID_ANNOTATION,
                            name + " has no effect (expected: affinity: cookie beside it)"));
        }
    }

    private SessionCookie cookie() {
        return new SessionCookie(
                annotations.read(NAME, ValueType.COOKIE_NAME).orElse(SessionCookie.DEFAULT.name()),
                seconds(MAX_AGE),
                seconds(EXPIRES),
                annotations.read(PATH, COOKIE_PATH),
                annotations.read(DOMAIN, COOKIE_DOMAIN),
                annotations.read(SAME_SITE, SITES),
                annotations.read(SECURE, ValueType.BOOLEAN).orElse(false),
                annotations.read(SPARE, ValueType.BOOLEAN).orElse(false));
    }

    private OptionalLong seconds(String name) {
        return annotations
                .read(name, SECONDS)
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
