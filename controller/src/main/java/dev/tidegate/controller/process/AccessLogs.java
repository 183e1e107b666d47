package dev.tidegate.controller.process;

import dev.tidegate.gateway.observe.AccessFormat;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.JsonAccessFormat;
import dev.tidegate.gateway.observe.TextAccessFormat;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From a format's name to a log that writes it.
final class AccessLogs {

    private AccessLogs() {}

    static Optional<AccessFormat> format(AccessLogFormat format) {
        return switch (format) {
            case TEXT -> Optional.of(new TextAccessFormat());
            case JSON -> Optional.of(new JsonAccessFormat());
            case OFF -> Optional.empty();
        };
    }

    /// Null if requests are not to be logged, which is how the gateway takes it.
    static @Nullable AccessLog start(AccessLogFormat format, OutputStream to) {
        return format(format).map(it -> AccessLog.start(it, to)).orElse(null);
    }
}
