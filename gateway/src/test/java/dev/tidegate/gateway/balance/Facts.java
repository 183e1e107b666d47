package dev.tidegate.gateway.balance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as a test tells it: `request("/a?b=c").header("x-user", "ann").cookie("id", "7")`.
final class Facts implements RequestView {

    private final String target;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> cookies = new HashMap<>();

    private Facts(String target) {
        this.target = target;
    }

    static Facts request(String target) {
        return new Facts(target);
    }

    Facts header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Facts cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public String path() {
        return target.split("\\?")[0];
    }

    @Override
    public String host() {
        return "shop.example";
    }

    @Override
    public String clientAddress() {
        return "203.0.113.7";
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String scheme() {
        return "https";
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }
}
