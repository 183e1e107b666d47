package dev.tidegate.gateway.table;

import org.jspecify.annotations.Nullable;

/// From a filled template to a path that a request can have: what a path may not hold is percent-encoded, and the
/// rest is as [RequestPath] says, so dot segments are resolved and repeated slashes merged here too.
final class RewrittenPath {

    private RewrittenPath() {}

    /// Null if it is refused, as a path that climbs above the root.
    static @Nullable String of(String filled) {
        String escaped = escaped(filled);
        return RequestPath.normalize(escaped.startsWith("/") ? escaped : "/" + escaped);
    }

    /// A query or fragment cannot begin in a path, and a `%` that begins no encoding (as a group may cut one in two)
    /// stands for itself.
    static String escaped(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            switch (c) {
                case '?' -> out.append("%3F");
                case '#' -> out.append("%23");
                case '%' -> out.append(isEncoding(path, i) ? "%" : "%25");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static boolean isEncoding(String path, int at) {
        return at + 2 < path.length() && isHex(path.charAt(at + 1)) && isHex(path.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    }
}
