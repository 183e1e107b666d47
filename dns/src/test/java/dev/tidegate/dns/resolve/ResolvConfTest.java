package dev.tidegate.dns.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

class ResolvConfTest {

    @Test
    void a_pods_file_is_read() {
        ResolvConf conf = ResolvConf.parse(List.of(
                "# of a pod",
                "search infra.svc.cluster.local svc.cluster.local cluster.local",
                "nameserver 10.96.0.10",
                "nameserver fd00::a",
                "options ndots:5 timeout:1 attempts:3 rotate"));
        assertThat(conf.servers())
                .extracting(it -> it.getAddress().getHostAddress() + " " + it.getPort())
                .containsExactly("10.96.0.10 53", "fd00:0:0:0:0:0:0:a 53");
        assertThat(conf.search())
                .extracting(Name::toString)
                .containsExactly("infra.svc.cluster.local.", "svc.cluster.local.", "cluster.local.");
        assertThat(conf.ndots()).isEqualTo(5);
        assertThat(conf.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(conf.attempts()).isEqualTo(3);
        assertThat(conf.withNdotsAtMost(1).ndots()).isEqualTo(1);
    }

    @Test
    void an_empty_file_means_the_server_on_this_machine() {
        assertThat(ResolvConf.parse(List.of()).servers())
                .singleElement()
                .satisfies(it -> assertThat(it.getAddress().isLoopbackAddress()).isTrue());
    }

    @Test
    void what_makes_no_sense_is_passed_over() {
        ResolvConf conf = ResolvConf.parse(List.of(
                "nameserver",
                "nameserver not-an-address",
                "nameserver 10.0.0.1",
                "search a..b good.example",
                "options ndots:x timeout:9999"));
        assertThat(conf.servers()).hasSize(1);
        assertThat(conf.search()).extracting(Name::toString).containsExactly("good.example.");
        assertThat(conf.ndots()).isEqualTo(1);
        assertThat(conf.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "api, 1, api.a. api.b. api.",
        "api.example, 1, api.example. api.example.a. api.example.b.",
        "api.example, 5, api.example.a. api.example.b. api.example.",
        "api.example., 5, api.example.",
    })
    void names_are_tried_in_this_order(String name, int ndots, String candidates) throws TextParseException {
        ResolvConf conf = ResolvConf.parse(List.of("search a b", "options ndots:" + ndots));
        assertThat(conf.candidates(Name.fromString(name)).stream()
                        .map(Name::toString)
                        .toList())
                .containsExactly(candidates.split(" "));
    }
}
