package dev.tidegate.gateway.table;

import java.util.Locale;

/// The name in a request's authority, as hosts are compared: lower case, without port and without one trailing dot.
///
/// Source: RFC 9110 §4.2.3 and §7.2; RFC 4343 for case.
public final class RequestHost {

    private RequestHost() {}

    /// Shape: the authority (`Example.com:8080`, `[::1]:80`) → the name. Returns its argument when there is nothing
    /// to do.
    public static String normalize(String authority) {
        return isPlain(authority) ? authority : strip(authority);
    }

    /// No port, no bracket, no upper case, no dot at the end. In ASCII the first three are one range, and what else
    /// is in it is rare enough to be looked at twice.
    private static boolean isPlain(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (c >= ':' && c <= '[') {
                return false;
            }
        }
        return !authority.endsWith(".");
    }

    private static String strip(String authority) {
        int end = nameEnd(authority);
        if (end > 1 && authority.charAt(end - 1) == '.') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = authority.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return authority.substring(0, end).toLowerCase(Locale.ROOT);
            }
        }
        return end == authority.length() ? authority : authority.substring(0, end);
    }

    private static int nameEnd(String authority) {
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            return close < 0 ? authority.length() : close + 1;
        }
        int colon = authority.indexOf(':');
        return colon < 0 ? authority.length() : colon;
    }
}
