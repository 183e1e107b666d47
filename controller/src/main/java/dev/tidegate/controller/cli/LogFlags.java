package dev.tidegate.controller.cli;

import dev.tidegate.controller.logging.LogFormat;
import dev.tidegate.controller.logging.LogLevel;
import dev.tidegate.controller.logging.LogSetup;
import picocli.CommandLine.Option;

/// How the program's own log is written, on standard error.
final class LogFlags {

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info or debug. Default: info")
    private LogLevel level = LogLevel.INFO;

    @Option(names = "--log-format", paramLabel = "FORMAT", description = "text or json. Default: text")
    private LogFormat format = LogFormat.TEXT;

    void apply() {
        LogSetup.apply(level, format);
    }
}
