package dev.tidegate.gateway.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests are sent to another URL with 302, for a rewrite's target may be one: its captures and variables are filled,
/// and the request's query is appended.
///
/// Source: ingress-nginx `rewrite-target`, and what nginx's `rewrite` makes of `http://` and `https://`.
public record RewriteRedirect(Template url) implements RoutePolicy {

    public static final int STATUS = 302;

    public RewriteRedirect {
        if (!isUrl(url.text())) {
            throw new IllegalArgumentException("url: " + url + " (expected: http://... or https://...)");
        }
    }

    public static boolean isUrl(String target) {
        return target.startsWith("http://") || target.startsWith("https://");
    }

    /// Shape: captures, variables, and the request's query from its `?` on → the location, in characters that a URL
    /// may have; null if there is no way to write it.
    public @Nullable String location(Captures captures, Function<Template.Variable, String> request, String query) {
        String filled = url.fill(captures, request);
        int authority = filled.indexOf("//") + 2;
        int path = filled.indexOf('/', authority);
        if (path == authority || authority == filled.length()) {
            return null;
        }
        String origin = path < 0 ? filled : filled.substring(0, path);
        String rest = path < 0 ? "" : RewrittenPath.escaped(filled.substring(path));
        return isAuthority(origin) && RewrittenPath.isPrintable(rest) ? origin + rest + query : null;
    }

    /// Host names, addresses and ports, and no user: nothing before an `@` shall look like the host.
    private static boolean isAuthority(String origin) {
        return origin.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || ":/.-_~[]".indexOf(c) >= 0);
    }
}
