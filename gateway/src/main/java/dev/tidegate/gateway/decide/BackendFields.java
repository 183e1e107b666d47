package dev.tidegate.gateway.decide;

import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.AnswerRewrite.Substitution;
import java.util.Locale;
import java.util.Optional;

/// Rewrites what a backend says of itself. Everything else in a field stays byte for byte.
public final class BackendFields {

    private static final String URL = "url=";

    private BackendFields() {}

    /// Shape: a value of `Set-Cookie` → the same with another `Domain` and `Path`.
    public static String cookie(String cookie, AnswerRewrite rules) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (start <= cookie.length()) {
            int semicolon = cookie.indexOf(';', start);
            int end = semicolon < 0 ? cookie.length() : semicolon;
            out.append(start == 0 ? cookie.substring(start, end) : attribute(cookie.substring(start, end), rules));
            if (semicolon >= 0) {
                out.append(';');
            }
            start = end + 1;
        }
        return out.toString();
    }

    private static String attribute(String attribute, AnswerRewrite rules) {
        int equals = attribute.indexOf('=');
        if (equals < 0) {
            return attribute;
        }
        String name = attribute.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = attribute.substring(equals + 1).strip();
        Optional<String> other =
                switch (name) {
                    case "domain" -> rules.cookieDomain().flatMap(rule -> domain(value, rule));
                    case "path" -> rules.cookiePath().flatMap(rule -> beginning(value, rule));
                    default -> Optional.empty();
                };
        return other.map(it -> attribute.substring(0, equals + 1) + it).orElse(attribute);
    }

    /// Case does not count, nor does a dot in front.
    private static Optional<String> domain(String domain, Substitution rule) {
        return undotted(domain).equalsIgnoreCase(undotted(rule.from())) ? Optional.of(rule.to()) : Optional.empty();
    }

    private static String undotted(String domain) {
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    private static Optional<String> beginning(String text, Substitution rule) {
        return text.startsWith(rule.from())
                ? Optional.of(rule.to() + text.substring(rule.from().length()))
                : Optional.empty();
    }

    /// Shape: a value of `Location` → the same with another beginning.
    public static String location(String location, AnswerRewrite rules) {
        return rules.location().flatMap(rule -> beginning(location, rule)).orElse(location);
    }

    /// Shape: a value of `Refresh`, as `5; url=/next` → the same with another beginning of its URL.
    public static String refresh(String refresh, AnswerRewrite rules) {
        int url = refresh.toLowerCase(Locale.ROOT).indexOf(URL);
        if (url < 0) {
            return refresh;
        }
        int start = url + URL.length();
        return refresh.substring(0, start) + location(refresh.substring(start), rules);
    }
}
