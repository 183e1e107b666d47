package dev.tidegate.dns.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.cluster.ClusterService.Endpoint;
import dev.tidegate.dns.cluster.ClusterService.External;
import dev.tidegate.dns.cluster.ClusterService.Headless;
import dev.tidegate.dns.cluster.ClusterService.Port;
import dev.tidegate.dns.cluster.ClusterService.Virtual;
import dev.tidegate.dns.zone.Told;
import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Kubernetes DNS specification, a line a sentence.
class ClusterZonesTest {

    private static final Port HTTP = new Port("http", "TCP", 80);
    private static final Port UNNAMED = new Port("", "TCP", 81);

    private static final List<ClusterService> SERVICES = List.of(
            new ClusterService("shop", "web", new Virtual(ips("10.96.0.7", "fd00:96::7"), List.of(HTTP, UNNAMED))),
            new ClusterService("shop", "only4", new Virtual(ips("10.96.0.8"), List.of(new Port("dns", "UDP", 53)))),
            new ClusterService(
                    "shop",
                    "peers",
                    new Headless(List.of(
                            endpoint("10.1.2.3", "a-0", 8080),
                            endpoint("fd00:1::3", "a-0", 8080),
                            endpoint("10.1.2.4", null, 9090),
                            endpoint("fd00:1::4", null, 9090)))),
            new ClusterService("shop", "starting", new Headless(List.of())),
            new ClusterService("shop", "away", new External("api.example.com")),
            new ClusterService("shop", "moved", new External("web.shop.svc.cluster.local.")),
            new ClusterService("idle", "starting", new Headless(List.of())));

    private static final List<ClusterPod> PODS = List.of(pod("10.1.2.3"), pod("fd00:1::3"));

    private static final ClusterZones MADE = ClusterZones.of("cluster.local", 3, ips("10.96.0.10"), SERVICES, PODS);

    private static List<InetAddress> ips(String... texts) {
        return List.of(texts).stream().map(InetAddress::ofLiteral).toList();
    }

    private static Endpoint endpoint(String address, @Nullable String hostname, int port) {
        return new Endpoint(
                InetAddress.ofLiteral(address),
                Optional.ofNullable(hostname),
                List.of(new Port("http", "TCP", port), UNNAMED));
    }

    private static ClusterPod pod(String address) {
        return new ClusterPod("shop", InetAddress.ofLiteral(address));
    }

    /// `~` stands for `svc.cluster.local`, and each answer of several is a line of its own after `|`.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TXT dns-version.cluster.local;    NOERROR dns-version.cluster.local. 28800 TXT 1.1.0",
                "NS cluster.local;                 NOERROR cluster.local. 3600 NS ns.dns.cluster.local.",
                "A ns.dns.cluster.local;           NOERROR ns.dns.cluster.local. 5 A 10.96.0.10",
                // a Service with an address
                "A web.shop.~;                     NOERROR web.shop.~. 5 A 10.96.0.7",
                "AAAA web.shop.~;                  NOERROR web.shop.~. 5 AAAA fd00:96:0:0:0:0:0:7",
                "A WEB.Shop.~;                     NOERROR WEB.Shop.~. 5 A 10.96.0.7",
                "AAAA only4.shop.~;                NOERROR + SOA cluster.local.",
                "SRV _http._tcp.web.shop.~;        NOERROR _http._tcp.web.shop.~. 5 SRV 0 100 80 web.shop.~.",
                "SRV _dns._udp.only4.shop.~;       NOERROR _dns._udp.only4.shop.~. 5 SRV 0 100 53 only4.shop.~.",
                "SRV _http._udp.web.shop.~;        NXDOMAIN + SOA cluster.local.",
                "SRV _tcp.web.shop.~;              NOERROR + SOA cluster.local.",
                "SRV _81._tcp.web.shop.~;          NXDOMAIN + SOA cluster.local.",
                "SRV _._tcp.web.shop.~;            NXDOMAIN + SOA cluster.local.",
                "PTR 7.0.96.10.in-addr.arpa;       NOERROR 7.0.96.10.in-addr.arpa. 5 PTR web.shop.~.",
                "A pod.web.shop.~;                 NXDOMAIN + SOA cluster.local.",
                // a headless one
                "A peers.shop.~;                   NOERROR peers.shop.~. 5 A 10.1.2.3 | peers.shop.~. 5 A 10.1.2.4",
                "AAAA peers.shop.~;                NOERROR peers.shop.~. 5 AAAA fd00:1:0:0:0:0:0:3"
                        + " | peers.shop.~. 5 AAAA fd00:1:0:0:0:0:0:4",
                "A a-0.peers.shop.~;               NOERROR a-0.peers.shop.~. 5 A 10.1.2.3",
                "AAAA a-0.peers.shop.~;            NOERROR a-0.peers.shop.~. 5 AAAA fd00:1:0:0:0:0:0:3",
                "A 10-1-2-4.peers.shop.~;          NOERROR 10-1-2-4.peers.shop.~. 5 A 10.1.2.4",
                "AAAA fd00-1--4.peers.shop.~;      NOERROR fd00-1--4.peers.shop.~. 5 AAAA fd00:1:0:0:0:0:0:4",
                "A 10-1-2-3.peers.shop.~;          NXDOMAIN + SOA cluster.local.",
                "SRV _http._tcp.peers.shop.~;      NOERROR _http._tcp.peers.shop.~. 5 SRV 0 100 8080 a-0.peers.shop.~."
                        + " | _http._tcp.peers.shop.~. 5 SRV 0 100 9090 10-1-2-4.peers.shop.~."
                        + " | _http._tcp.peers.shop.~. 5 SRV 0 100 9090 fd00-1--4.peers.shop.~.",
                "PTR 3.2.1.10.in-addr.arpa;        NOERROR 3.2.1.10.in-addr.arpa. 5 PTR a-0.peers.shop.~.",
                "PTR 4.2.1.10.in-addr.arpa;        NOERROR 4.2.1.10.in-addr.arpa. 5 PTR 10-1-2-4.peers.shop.~.",
                "PTR 3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.d.f.ip6.arpa;"
                        + " NOERROR 3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.d.f.ip6.arpa."
                        + " 5 PTR a-0.peers.shop.~.",
                "A starting.shop.~;                NXDOMAIN + SOA cluster.local.",
                // ExternalName
                "A away.shop.~;                    NOERROR away.shop.~. 5 CNAME api.example.com.",
                "A moved.shop.~;                   NOERROR moved.shop.~. 5 CNAME web.shop.~. | web.shop.~. 5 A"
                        + " 10.96.0.7",
                // Pods
                "A 10-1-2-3.shop.pod.cluster.local;    NOERROR 10-1-2-3.shop.pod.cluster.local. 5 A 10.1.2.3",
                "AAAA fd00-1--3.shop.pod.cluster.local; NOERROR fd00-1--3.shop.pod.cluster.local. 5 AAAA"
                        + " fd00:1:0:0:0:0:0:3",
                "AAAA 10-1-2-3.shop.pod.cluster.local; NOERROR + SOA cluster.local.",
                "A 10-9-9-9.shop.pod.cluster.local;    NXDOMAIN + SOA cluster.local.",
                "A 10-1-2-3.idle.pod.cluster.local;    NXDOMAIN + SOA cluster.local.",
                // what is in between, and what is not
                "A shop.~;                         NOERROR + SOA cluster.local.",
                "A ~;                              NOERROR + SOA cluster.local.",
                "A pod.cluster.local;              NOERROR + SOA cluster.local.",
                "A nobody.~;                       NXDOMAIN + SOA cluster.local.",
                "A web.nobody.~;                   NXDOMAIN + SOA cluster.local.",
                "A web.shop.cluster.local;         NXDOMAIN + SOA cluster.local.",
                "PTR 9.0.96.10.in-addr.arpa;       NXDOMAIN + SOA 96.10.in-addr.arpa.",
                "PTR 0.96.10.in-addr.arpa;         NOERROR + SOA 96.10.in-addr.arpa.",
                "PTR 8.8.8.8.in-addr.arpa;         REFUSED",
                "A example.com;                    REFUSED",
            })
    void a_name_of_the_schema(String question, String answer) {
        assertThat(Told.line(Told.ask(MADE.zones(), full(question)))).isEqualTo(full(answer));
    }

    private static String full(String text) {
        return text.replaceAll(" +", " ").replace("~", "svc.cluster.local");
    }

    @Test
    void the_addresses_of_a_ports_target_come_with_it() {
        assertThat(Told.records(Told.ask(MADE.zones(), "SRV _http._tcp.web.shop.svc.cluster.local")
                        .additional()))
                .isEqualTo(" web.shop.svc.cluster.local. 5 A 10.96.0.7 |"
                        + " web.shop.svc.cluster.local. 5 AAAA fd00:96:0:0:0:0:0:7");
    }

    @Test
    void what_cannot_be_named_is_told_and_spoils_nothing_else() {
        ClusterZones made = ClusterZones.of(
                "cluster.local",
                1,
                List.of(),
                List.of(
                        new ClusterService("shop", "away", new External("a..b")),
                        new ClusterService("shop", "web", new Virtual(ips("10.96.0.7"), List.of()))),
                List.of(new ClusterPod("", InetAddress.ofLiteral("10.1.2.3"))));
        String expected = " (expected: labels of 1 to 63 characters with dots between them, at most 253 in all)";
        assertThat(made.faults())
                .containsExactly(
                        "Service shop/away: name 'a..b'" + expected,
                        "Pod 10.1.2.3 in namespace '': name '10-1-2-3..pod'" + expected);
        assertThat(Told.line(Told.ask(made.zones(), "A web.shop.svc.cluster.local")))
                .isEqualTo("NOERROR web.shop.svc.cluster.local. 5 A 10.96.0.7");
    }

    @Test
    void another_domain_and_other_zones_stand_beside_it() {
        Zones both = MADE.zones()
                .and(ClusterZones.of("other.test", 1, ips("192.0.2.1"), List.of(), List.of())
                        .zones());
        assertThat(Told.line(Told.ask(both, "A ns.dns.other.test")))
                .isEqualTo("NOERROR ns.dns.other.test. 5 A 192.0.2.1");
        assertThat(Told.line(Told.ask(both, "A web.shop.svc.cluster.local"))).startsWith("NOERROR web");
        assertThat(Told.line(Told.ask(both.and(Zones.UNKNOWN), "A example.com")))
                .isEqualTo("SERVFAIL");
    }
}
