package dev.tidegate.controller.cli;

import static dev.tidegate.controller.cli.OtherFlag.notYet;
import static dev.tidegate.controller.cli.OtherFlag.pointless;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The flags of ingress-nginx that `run` knows and does not need, and those that it cannot honour yet.
///
/// Source: `pkg/flags/flags.go` of ingress-nginx 1.15. A flag that has no point here is taken with a word in the
/// log, so that a Deployment's arguments can stay as they are. A flag that asks for something we do not do stops
/// the start: nobody should believe that he has it.
final class OtherFlags {

    static final List<OtherFlag> ALL = List.of(
            pointless("--v", "the log has --log-level"),
            pointless("--vmodule", "the log has --log-level"),
            pointless("--logtostderr", "the log is always written there"),
            pointless("--alsologtostderr", "the log is always written there"),
            pointless("--stderrthreshold", "the log has --log-level"),
            pointless("--log_dir", "the log goes to standard error"),
            pointless("--log_file", "the log goes to standard error"),
            pointless("--log_file_max_size", "the log goes to standard error"),
            pointless("--log_backtrace_at", "the log has --log-level"),
            pointless("--one_output", "each line is written once"),
            pointless("--add_dir_header", "lines have one format"),
            pointless("--skip_headers", "lines have one format"),
            pointless("--skip_log_headers", "lines have one format"),
            pointless("--enable-metrics", "metrics are always served on --healthz-port"),
            pointless("--monitor-max-batch-size", "metrics are counted, not sent"),
            pointless("--exclude-socket-metrics", "there is no such socket"),
            pointless("--enable-annotation-validation", "annotations are always validated"),
            pointless("--deep-inspect", "there is no configuration text to inspect objects for"),
            pointless("--sync-period", "changes are watched, not polled for"),
            pointless("--sync-rate-limit", "a burst of changes makes one table"),
            pointless("--disable-sync-events", "no sync Events are written"),
            pointless("--dynamic-configuration-retries", "nothing is reloaded"),
            pointless("--profiling", "Java's own tools profile"),
            pointless("--default-server-port", "the default backend needs no port of its own"),
            pointless("--status-port", "there is no second process"),
            pointless("--stream-port", "there is no second process"),
            pointless("--internal-logger-address", "there is no second process"),
            pointless("--post-shutdown-grace-period", "--shutdown-grace-period bounds the whole stop"),
            pointless("--disable-full-test", "there is no configuration text to test"),
            notYet("--enable-ssl-passthrough", Optional.of("false")),
            notYet("--ssl-passthrough-proxy-port", Optional.empty()),
            notYet("--tcp-services-configmap", Optional.empty()),
            notYet("--udp-services-configmap", Optional.empty()),
            notYet("--disable-catch-all", Optional.of("false")),
            notYet("--metrics-per-host", Optional.of("true")),
            notYet("--metrics-per-undefined-host", Optional.of("false")),
            notYet("--report-status-classes", Optional.of("false")),
            notYet("--time-buckets", Optional.empty()),
            notYet("--length-buckets", Optional.empty()),
            notYet("--size-buckets", Optional.empty()),
            notYet("--apiserver-host", Optional.empty()),
            notYet("--certificate-authority", Optional.empty()),
            notYet("--maxmind-license-key", Optional.empty()),
            notYet("--maxmind-edition-ids", Optional.empty()),
            notYet("--maxmind-mirror", Optional.empty()),
            notYet("--maxmind-retries-count", Optional.empty()),
            notYet("--maxmind-retries-timeout", Optional.empty()));

    private OtherFlags() {}

    static void addTo(CommandSpec spec) {
        ALL.forEach(flag -> spec.addOption(OptionSpec.builder(flag.name(), flag.singleDash())
                .type(String.class)
                .arity("0..1")
                .fallbackValue("true")
                .paramLabel("VALUE")
                .hidden(true)
                .build()));
    }

    /// Fails: [ParameterException] for the first flag that asks for something we do not do.
    static void refuseUnsupported(CommandSpec spec) {
        given(spec).map(Given::refusal).flatMap(Optional::stream).findFirst().ifPresent(line -> {
            throw new ParameterException(spec.commandLine(), line);
        });
    }

    /// A line for each flag that was given and has no point.
    static List<String> notices(CommandSpec spec) {
        return given(spec).map(Given::notice).flatMap(Optional::stream).toList();
    }

    private static Stream<Given> given(CommandSpec spec) {
        return ALL.stream().flatMap(flag -> {
            String value = requireNonNull(spec.optionsMap().get(flag.name())).getValue();
            return value == null ? Stream.empty() : Stream.of(new Given(flag, value));
        });
    }

    private record Given(OtherFlag flag, String value) {

        Optional<String> refusal() {
            return flag.refusal(value);
        }

        Optional<String> notice() {
            return flag.notice();
        }
    }
}
