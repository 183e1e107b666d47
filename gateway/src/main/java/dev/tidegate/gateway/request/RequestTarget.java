package dev.tidegate.gateway.request;

import dev.tidegate.gateway.table.RequestPath;
import org.jspecify.annotations.Nullable;

/// A request's target in the one form that is matched and forwarded: a path as [RequestPath] gives it, and the query
/// as the client wrote it.
///
/// `authority` is that of an absolute-form target, which outranks `Host` (RFC 9112 §3.2.2), or null.
public record RequestTarget(
        String path, String text, @Nullable String authority) {

    /// Shape: the request line's target → the target, or null if it is refused: not origin-form or absolute-form, a
    /// path that [RequestPath] refuses, a query with a character that no URI may hold.
    public static @Nullable RequestTarget parse(String raw) {
        if (raw.startsWith("/")) {
            return parse(raw, 0, null);
        }
        int scheme = raw.startsWith("http://") ? 7 : raw.startsWith("https://") ? 8 : -1;
        if (scheme < 0) {
            return null;
        }
        int end = scheme;
        while (end < raw.length() && raw.charAt(end) != '/' && raw.charAt(end) != '?') {
            end++;
        }
        String authority = raw.substring(scheme, end);
        if (authority.isEmpty()) {
            return null;
        }
        return end < raw.length() && raw.charAt(end) == '/'
                ? parse(raw, end, authority)
                : parse("/" + raw.substring(end), 0, authority);
    }

    /// From its `?` on, or empty.
    String query() {
        return text.substring(path.length());
    }

    /// The target with another path, and its own query.
    public String withPath(String other) {
        return text.length() == path.length() ? other : other + text.substring(path.length());
    }

    private static @Nullable RequestTarget parse(String raw, int start, @Nullable String authority) {
        int question = raw.indexOf('?', start);
        if (question >= 0 && !isPlainQuery(raw, question)) {
            return null;
        }
        String rawPath =
                start == 0 && question < 0 ? raw : raw.substring(start, question < 0 ? raw.length() : question);
        String path = RequestPath.normalize(rawPath);
        if (path == null) {
            return null;
        }
        if (path.equals(rawPath)) {
            return new RequestTarget(path, start == 0 ? raw : raw.substring(start), authority);
        }
        return new RequestTarget(path, question < 0 ? path : path + raw.substring(question), authority);
    }

    private static boolean isPlainQuery(String raw, int from) {
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return true;
    }
}
