package dev.tidegate.controller.process;

import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.JsonAccessFormat;
import dev.tidegate.gateway.observe.TextAccessFormat;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// From a format's name to a log that writes it.
final class AccessLogs {

    private AccessLogs() {}

    /// Null if requests are not to be logged, which is how the gateway takes it.
    static @Nullable AccessLog start(AccessLogFormat format, OutputStream to) {
        return switch (format) {
            case TEXT -> AccessLog.start(new TextAccessFormat(), to);
            case JSON -> AccessLog.start(new JsonAccessFormat(), to);
            case OFF -> null;
        };
    }
}
