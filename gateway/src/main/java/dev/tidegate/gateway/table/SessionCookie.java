package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/// How a session's cookie is called and what its `Set-Cookie` says beside its value. Nothing of it ends an
/// attribute or a line.
///
/// `maxAge` and `expires`: seconds, of any sign. `path`: empty for the path of the route. `secure`: also
/// where the request came in clear text. `spares`: leaves `SameSite=None` out for the clients that misread
/// it.
public record SessionCookie(
        String name,
        OptionalLong maxAge,
        OptionalLong expires,
        Optional<String> path,
        Optional<String> domain,
        Optional<String> sameSite,
        boolean secure,
        boolean spares) {

    public static final SessionCookie DEFAULT = new SessionCookie(
            "INGRESSCOOKIE",
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    public SessionCookie {
        requirePlain("name", name);
        requireNonNull(maxAge);
        requireNonNull(expires);
        path.ifPresent(it -> requirePlain("path", it));
        domain.ifPresent(it -> requirePlain("domain", it));
        sameSite.ifPresent(it -> requirePlain("sameSite", it));
        if (name.isEmpty() || name.contains("=")) {
            throw new IllegalArgumentException("name: " + name + " (expected: some characters, and no = among them)");
        }
    }

    private static void requirePlain(String what, String value) {
        if (!isPlain(value)) {
            throw new IllegalArgumentException(what + ": (expected: no control character, space or semicolon)");
        }
    }

    /// May this stand in a `Set-Cookie` field? Source: RFC 6265 §4.1.1.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';');
    }
}
