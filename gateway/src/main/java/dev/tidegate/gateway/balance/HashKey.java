package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.RequestText;
import org.jspecify.annotations.Nullable;

/// What a request comes to when a text is filled in with it: the hash of that text, which itself is never built.
public final class HashKey {

    private HashKey() {}

    /// Total: what the request does not have counts as empty text.
    public static long of(RequestText text, RequestView request) {
        long hash = StableHash.SEED;
        for (RequestText.Part part : text.parts()) {
            hash = StableHash.extend(
                    hash,
                    switch (part) {
                        case RequestText.Literal it -> it.text();
                        case RequestText.Variable it -> value(it, request);
                    });
        }
        return StableHash.finish(hash);
    }

    private static @Nullable CharSequence value(RequestText.Variable variable, RequestView request) {
        return switch (variable.kind()) {
            case REQUEST_URI -> request.target();
            case URI -> request.path();
            case ARGS -> query(request.target());
            case HOST -> request.host();
            case REMOTE_ADDR -> request.clientAddress();
            case REQUEST_METHOD -> request.method();
            case SCHEME -> request.scheme();
            case HTTP -> request.header(variable.name());
            case COOKIE -> request.cookie(variable.name());
            case ARG -> argument(query(request.target()), variable.name());
        };
    }

    private static String query(String target) {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /// The first of that name, as the client wrote it; nginx does not tell the case of the name either.
    private static @Nullable String argument(String query, String name) {
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int value = start + name.length() + 1;
            if (value <= end
                    && query.charAt(value - 1) == '='
                    && query.regionMatches(true, start, name, 0, name.length())) {
                return query.substring(value, end);
            }
            start = end + 1;
        }
        return null;
    }
}
