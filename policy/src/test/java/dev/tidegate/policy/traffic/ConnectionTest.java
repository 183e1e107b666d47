package dev.tidegate.policy.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidegate.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    @ParameterizedTest(name = "{0} -> {1}: from {2}, to {3}")
    @CsvSource({
        "10.0.0.1,          10.0.0.2,          10.0.0.1, 10.0.0.2",
        "10.0.0.1 fd00::1,  10.0.0.2 fd00::2,  10.0.0.1, 10.0.0.2",
        "10.0.0.1 fd00::1,  fd00::2 10.0.0.2,  fd00::1,  fd00::2",
        "10.0.0.1 fd00::1,  fd00::2,           fd00::1,  fd00::2",
        "10.0.0.1,          fd00::2 10.0.0.2,  10.0.0.1, 10.0.0.2",
        "10.0.0.1,          '',                10.0.0.1, ''",
        "'',                fd00::2 10.0.0.2,  '',       fd00::2",
        "10.0.0.1,          fd00::2,           10.0.0.1, fd00::2"
    })
    void both_ends_use_the_first_family_of_the_destination_that_the_source_has(
            String from, String to, String source, String destination) {
        Connection connection = new Connection(
                pod("a", from, Optional.empty(), false), pod("b", to, Optional.empty(), false), 80, Protocol.TCP);

        assertThat(connection
                        .peerAddress(Direction.INGRESS)
                        .map(IpAddress::toString)
                        .orElse(""))
                .isEqualTo(source);
        assertThat(connection
                        .peerAddress(Direction.EGRESS)
                        .map(IpAddress::toString)
                        .orElse(""))
                .isEqualTo(destination);
    }

    @Test
    void a_pod_its_node_and_what_runs_on_that_nodes_network_are_on_one_node() {
        Node own = new Node("n1", Map.of(), List.of());
        Pod pod = pod("a", "", Optional.of(own), false);

        assertThat(tcp(own, pod).staysOnOwnNode()).isTrue();
        assertThat(tcp(pod, own).staysOnOwnNode()).isTrue();
        assertThat(tcp(pod("host", "", Optional.of(own), true), pod).staysOnOwnNode())
                .isTrue();
        assertThat(tcp(pod("b", "", Optional.of(own), false), pod).staysOnOwnNode())
                .isFalse();
        assertThat(tcp(new Node("n2", Map.of(), List.of()), pod).staysOnOwnNode())
                .isFalse();
        assertThat(tcp(own, pod("c", "", Optional.empty(), false)).staysOnOwnNode())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void a_port_is_one_of_those_that_there_are(int port) {
        Pod pod = pod("a", "", Optional.empty(), false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Connection(pod, pod, port, Protocol.TCP))
                .withMessage("port: " + port + " (expected: 1 to 65535)");
    }

    @Test
    void a_namespace_always_has_its_own_name_for_a_label() {
        assertThat(new Namespace("x", Map.of(Namespace.NAME_LABEL, "y", "team", "a")).labels())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Namespace.NAME_LABEL, "x", "team", "a"));
    }

    private static Connection tcp(Party from, Party to) {
        return new Connection(from, to, 80, Protocol.TCP);
    }

    private static Pod pod(String name, String addresses, Optional<Node> node, boolean hostNetwork) {
        return new Pod(
                new Namespace("x", Map.of()),
                name,
                Map.of(),
                Stream.of(addresses.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> IpAddress.parse(text).orElseThrow())
                        .toList(),
                List.of(),
                node,
                hostNetwork);
    }
}
