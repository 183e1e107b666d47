package dev.tidegate.gateway.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What "the path" of a request is: the one string that is matched *and* forwarded.
///
/// Routing on one string and forwarding another is the classic way around an access rule, so a path is brought to
/// one form first (RFC 3986 §6.2.2): repeated slashes are merged, dot segments are resolved, percent-encoded
/// unreserved characters are decoded, the other encodings get upper-case digits, and characters that RFC 3986 does
/// not allow in a path (above ASCII, the backslash) are encoded. `%2F` stays as it is: an encoded slash never
/// separates.
public final class RequestPath {

    private static final String HEX = "0123456789ABCDEF";

    /// Characters that stand for themselves.
    private static final boolean[] PLAIN = new boolean[0x7f];

    static {
        Arrays.fill(PLAIN, ' ' + 1, PLAIN.length, true);
        for (char c : new char[] {'%', '\\', '#'}) {
            PLAIN[c] = false;
        }
    }

    private RequestPath() {}

    /// Shape: a request's raw path, one char per byte → the path, or null if it is refused. Returns its argument, and
    /// allocates nothing, when there is nothing to do.
    ///
    /// Refused: no leading slash, a control character or space, `#`, a broken percent encoding, `%00`, and dot
    /// segments that climb above the root.
    public static @Nullable String normalize(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            return null;
        }
        return isPlain(raw) ? raw : rewrite(raw);
    }

    /// Shape: a rule's path, as people write it → the same form. Null where no request could ever have that path.
    public static @Nullable String ofRule(String path) {
        StringBuilder bytes = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            bytes.append((char) (b & 0xff));
        }
        return normalize(bytes.toString());
    }

    private static boolean isPlain(String raw) {
        char before = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c] || (before == '/' && (c == '/' || c == '.'))) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static @Nullable String rewrite(String raw) {
        StringBuilder decoded = decodeUnreserved(raw);
        return decoded == null ? null : resolveSegments(decoded);
    }

    private static @Nullable StringBuilder decodeUnreserved(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int value = i + 2 < raw.length() ? octet(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
                if (value <= 0) {
                    return null;
                }
                if (isUnreserved((char) value)) {
                    out.append((char) value);
                } else {
                    encode(out, value);
                }
                i += 2;
            } else if (c <= ' ' || c == 0x7f || c == '#' || c > 0xff) {
                return null;
            } else if (c > 0x7f || c == '\\') {
                encode(out, c);
            } else {
                out.append(c);
            }
        }
        return out;
    }

    private static @Nullable String resolveSegments(StringBuilder path) {
        StringBuilder out = new StringBuilder(path.length());
        int length = path.length();
        for (int start = 1; start <= length; ) {
            int slash = path.indexOf("/", start);
            int end = slash < 0 ? length : slash;
            int size = end - start;
            boolean dot = size == 1 && path.charAt(start) == '.';
            boolean dotDot = size == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.';
            if (dotDot) {
                int parent = out.lastIndexOf("/");
                if (parent < 0) {
                    return null;
                }
                out.setLength(parent);
            } else if (size > 0 && !dot) {
                out.append('/').append(path, start, end);
            }
            boolean last = end == length;
            if (last && (size == 0 || dot || dotDot)) {
                out.append('/');
            }
            start = end + 1;
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    private static int octet(char high, char low) {
        int value = (Character.digit(high, 16) << 4) | Character.digit(low, 16);
        return high > 'f' || low > 'f' ? -1 : value;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void encode(StringBuilder out, int octet) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
    }
}
