package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.RoutePolicy.Timeouts;
import java.util.List;
import java.util.Set;

/// `proxy-connect-timeout`, `proxy-read-timeout`, `proxy-send-timeout`: seconds, as integers.
final class TimeoutFamily implements AnnotationFamily {

    static final String CONNECT = "proxy-connect-timeout";
    static final String READ = "proxy-read-timeout";
    static final String SEND = "proxy-send-timeout";

    @Override
    public Set<String> names() {
        return Set.of(CONNECT, READ, SEND);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        Timeouts timeouts = read(annotations, settings.timeouts());
        return timeouts.equals(Timeouts.DEFAULT) ? List.of() : List.of(new Effect.Enforce(timeouts));
    }

    /// The ConfigMap uses the same three names.
    static Timeouts read(ValueReader values, Timeouts otherwise) {
        return new Timeouts(
                values.read(CONNECT, ValueType.SECONDS).orElse(otherwise.connect()),
                values.read(READ, ValueType.SECONDS).orElse(otherwise.read()),
                values.read(SEND, ValueType.SECONDS).orElse(otherwise.send()));
    }
}
