package dev.tidegate.gateway.request;

import io.netty.util.AsciiString;

/// Which header fields belong to one hop only, and which the gateway writes itself whatever a client sends.
///
/// Source: RFC 9110 §7.6.1, RFC 9113 §8.2.2; ingress-nginx's proxy headers. Names are told apart by length first,
/// since this is asked of every field of every request.
public final class FieldNames {

    private FieldNames() {}

    /// Fields that are never passed on, in either direction, and those of a proxy's own dialogue.
    public static boolean isHopByHop(CharSequence name) {
        return switch (name.length()) {
            case 2 -> is(name, "te");
            case 7 -> is(name, "upgrade") || is(name, "trailer");
            case 10 -> is(name, "connection") || is(name, "keep-alive");
            case 14 -> is(name, "http2-settings");
            case 16 -> is(name, "proxy-connection");
            case 17 -> is(name, "transfer-encoding");
            case 18 -> is(name, "proxy-authenticate");
            case 19 -> is(name, "proxy-authorization");
            default -> false;
        };
    }

    /// Fields of a request that the gateway sets or drops itself: a client's are not passed on under these names.
    public static boolean isSetByGateway(CharSequence name) {
        return switch (name.length()) {
            case 4 -> is(name, "host");
            case 5 -> is(name, "proxy"); // httpoxy
            case 8 -> is(name, "x-scheme");
            case 9 -> is(name, "x-real-ip");
            case 12 -> is(name, "x-request-id");
            case 15 -> is(name, "x-forwarded-for");
            case 16 -> is(name, "x-forwarded-host") || is(name, "x-forwarded-port");
            case 17 -> is(name, "x-forwarded-proto");
            case 18 -> is(name, "x-forwarded-scheme");
            case 24 -> is(name, "x-original-forwarded-for");
            case 25 -> is(name, "x-original-forwarded-host");
            default -> false;
        };
    }

    /// A name with an underscore may become another header's name in a CGI-like backend; ingress-nginx drops it.
    public static boolean isAmbiguous(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '_') {
                return true;
            }
        }
        return false;
    }

    public static boolean is(CharSequence name, String lowerCase) {
        return AsciiString.contentEqualsIgnoreCase(name, lowerCase);
    }
}
