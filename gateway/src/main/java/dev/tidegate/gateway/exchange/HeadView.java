package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.balance.RequestView;
import dev.tidegate.gateway.request.Fields;
import dev.tidegate.gateway.request.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as those see it who decide where it goes.
record HeadView(HttpServerRequest request, RequestHead head) implements RequestView {

    @Override
    public String target() {
        return head.target().text();
    }

    @Override
    public String path() {
        return head.target().path();
    }

    @Override
    public String host() {
        return head.host();
    }

    @Override
    public String clientAddress() {
        return head.origin().address();
    }

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String scheme() {
        return head.origin().scheme();
    }

    @Override
    public @Nullable String header(String name) {
        return Fields.joined(request.headers(), name);
    }

    /// HTTP/2 clients may send a line for each cookie (RFC 9113 §8.2.3).
    @Override
    public @Nullable String cookie(String name) {
        List<String> lines = request.headers().getAll("cookie");
        for (String line : lines) {
            String value = cookie(line, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// Source: RFC 6265 §4.2.1; names are compared as they stand.
    static @Nullable String cookie(String line, String name) {
        for (int start = 0; start < line.length(); ) {
            int end = line.indexOf(';', start);
            end = end < 0 ? line.length() : end;
            while (start < end && line.charAt(start) == ' ') {
                start++;
            }
            int value = start + name.length() + 1;
            if (value <= end && line.charAt(value - 1) == '=' && line.startsWith(name, start)) {
                return line.substring(value, end).strip();
            }
            start = end + 1;
        }
        return null;
    }
}
