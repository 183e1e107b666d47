package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// Origins that may read answers: one, or each that has one label more in front of a host.
///
/// `scheme`: with `://`; empty for the origin `null`. `anyLabel`: whether one label stands before `rest`. `rest`: host
/// and port as they are written. All in lower case, since case does not count (RFC 6454 §4).
public record OriginPattern(String scheme, boolean anyLabel, String rest) {

    public OriginPattern {
        scheme = scheme.toLowerCase(Locale.ROOT);
        rest = rest.toLowerCase(Locale.ROOT);
        requireNonNull(rest);
    }

    /// Shape: the value of `Origin` → is it one of these? The whole of it counts.
    public boolean matches(String origin) {
        int length = origin.length();
        int end = length - rest.length();
        if (!anyLabel) {
            return end == scheme.length() && same(origin, 0, scheme) && same(origin, end, rest);
        }
        int label = scheme.length();
        int dot = end - 1;
        return dot > label
                && origin.charAt(dot) == '.'
                && same(origin, 0, scheme)
                && same(origin, end, rest)
                && isLabel(origin, label, dot);
    }

    private static boolean same(String text, int at, String part) {
        return text.regionMatches(true, at, part, 0, part.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    public String text() {
        return scheme + (anyLabel ? "*." : "") + rest;
    }
}
