package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/// Arguments that stand in people's Deployments for ingress-nginx.
final class OtherFlagsTest {

    @Test
    void klog_flags_are_taken_with_one_dash_or_two_and_each_is_told() {
        assertThat(OtherFlags.notices(parsed("-v=2", "--logtostderr", "-alsologtostderr=true", "--sync-period=10m")))
                .containsExactly(
                        "--v has no effect: the log has --log-level",
                        "--logtostderr has no effect: the log is always written there",
                        "--alsologtostderr has no effect: the log is always written there",
                        "--sync-period has no effect: changes are watched, not polled for");
    }

    @Test
    void a_flag_is_no_trouble_if_it_asks_for_what_is_done_anyway() {
        CommandSpec spec =
                parsed("--report-status-classes=false", "--enable-ssl-passthrough=false", "--metrics-per-host=true");
        assertThatCode(() -> OtherFlags.refuseUnsupported(spec)).doesNotThrowAnyException();
        assertThat(OtherFlags.notices(spec)).isEmpty();
    }

    @Test
    void names_are_known_once() {
        assertThat(OtherFlags.ALL).extracting(OtherFlag::name).doesNotHaveDuplicates();
    }

    @Test
    void of_a_flag_given_twice_the_last_one_counts() {
        assertThat(OtherFlags.notices(parsed("--v=1", "--v=2"))).hasSize(1);
        Object last = parsed("--https-port=1", "--https-port", "2")
                .findOption("--https-port")
                .getValue();
        assertThat(last).isEqualTo(2);
    }

    private static CommandSpec parsed(String... flags) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        String[] call = Stream.concat(Stream.of("run"), Stream.of(flags)).toArray(String[]::new);
        return TidegateCommand.line(nowhere, nowhere)
                .parseArgs(call)
                .subcommand()
                .commandSpec();
    }
}
