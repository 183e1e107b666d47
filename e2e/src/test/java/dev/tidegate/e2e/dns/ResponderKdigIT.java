package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.cluster.ClusterPod;
import dev.tidegate.dns.cluster.ClusterService;
import dev.tidegate.dns.cluster.ClusterZones;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.respond.Responder;
import dev.tidegate.dns.respond.ResponderOptions;
import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.HostZones;
import dev.tidegate.dns.zone.Zones;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Knot's `kdig` asks the responder, which trusts nobody here.
@DnsTest
class ResponderKdigIT {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static Responder responder;

    @BeforeAll
    static void start() {
        Zones zones = hosts().and(cluster());
        responder = Responder.start(
                ResponderOptions.of(new InetSocketAddress(LOOPBACK, 0)).withTrusted(_ -> false), () -> zones, _ -> {});
    }

    @AfterAll
    static void stop() {
        if (responder != null) {
            assertThat(responder.counts().faults()).isZero();
            responder.close();
        }
    }

    private static Zones hosts() {
        Claim claim = new Claim(
                "ingress/home/web",
                Instant.EPOCH,
                List.of("shop.home.example", "*.apps.home.example", "deep.under.home.example"),
                Wishes.NONE);
        Duration ttl = Duration.ofSeconds(60);
        return HostZones.of(
                List.of(Authority.of("home.example", 7)),
                WantedRecords.of(
                        List.of(claim),
                        List.of("192.0.2.1", "2001:db8::1"),
                        dev.tidegate.dns.record.Zones.of("home.example"),
                        ttl),
                List.of(InetAddress.ofLiteral("192.0.2.1")),
                ttl);
    }

    private static Zones cluster() {
        List<ClusterService.Endpoint> many = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new ClusterService.Endpoint(
                        InetAddress.ofLiteral("10.1.0." + i), Optional.of("p-" + i), List.of()))
                .toList();
        return ClusterZones.of(
                        "cluster.local",
                        7,
                        List.of(LOOPBACK),
                        List.of(
                                new ClusterService(
                                        "production",
                                        "web",
                                        new ClusterService.Virtual(
                                                List.of(InetAddress.ofLiteral("10.96.0.7")),
                                                List.of(new ClusterService.Port("http", "TCP", 80)))),
                                new ClusterService("production", "many", new ClusterService.Headless(many)),
                                new ClusterService(
                                        "production", "away", new ClusterService.External("api.example.com"))),
                        List.of(new ClusterPod("production", InetAddress.ofLiteral("10.1.0.1"))))
                .zones();
    }

    private static String kdig(String arguments) throws IOException, InterruptedException {
        return new Kdig(responder.port()).ask(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "shop.home.example A             # status: NOERROR  # shop.home.example. 60 IN A 192.0.2.1",
                "shop.home.example AAAA          # status: NOERROR  # shop.home.example. 60 IN AAAA 2001:db8::1",
                "ShOp.hOme.eXample A             # status: NOERROR  # shop.home.example. 60 IN A 192.0.2.1",
                "any.apps.home.example A         # status: NOERROR  # any.apps.home.example. 60 IN A 192.0.2.1",
                "a.b.apps.home.example A         # status: NOERROR  # a.b.apps.home.example. 60 IN A 192.0.2.1",
                "under.home.example A            # status: NOERROR  # home.example. 30 IN SOA ns.home.example.",
                "shop.home.example TXT           # status: NOERROR  # home.example. 30 IN SOA ns.home.example.",
                "nobody.home.example A           # status: NXDOMAIN # home.example. 30 IN SOA ns.home.example.",
                "home.example NS                 # status: NOERROR  # home.example. 3600 IN NS ns.home.example.",
                "home.example SOA                # status: NOERROR  # ns.home.example. ns.home.example. 7 ",
                "ns.home.example A               # status: NOERROR  # ns.home.example. 60 IN A 192.0.2.1",
                "shop.home.example ANY +notcp    # status: NOERROR  # shop.home.example. 60 IN A 192.0.2.1",
                "example.com A                   # status: REFUSED  # ANSWER: 0",
                "-c CH version.bind TXT          # status: REFUSED  # ANSWER: 0",
                "home.example AXFR               # REFUSED          # ",
                "shop.home.example A +edns=1     # status: BADVERS  # ANSWER: 0",
                "shop.home.example A +dnssec     # status: NOERROR  # UDP size: 1232",
                "shop.home.example A +tcp        # status: NOERROR  # (TCP)",
                "dns-version.cluster.local TXT   # status: NOERROR  # \"1.1.0\"",
                "web.production.svc.cluster.local A # status: NOERROR # 5 IN A 10.96.0.7",
                "web.production.svc.cluster.local AAAA # status: NOERROR # cluster.local. 30 IN SOA",
                "_http._tcp.web.production.svc.cluster.local SRV # status: NOERROR"
                        + " # IN SRV 0 100 80 web.production.svc.cluster.local.",
                "away.production.svc.cluster.local A # status: NOERROR # 5 IN CNAME api.example.com.",
                "p-9.many.production.svc.cluster.local A # status: NOERROR # 5 IN A 10.1.0.9",
                "10-1-0-1.production.pod.cluster.local A # status: NOERROR # 5 IN A 10.1.0.1",
                "-x 10.96.0.7                    # status: NOERROR  # 5 IN PTR web.production.svc.cluster.local.",
                "-x 10.96.0.8                    # status: NXDOMAIN # 96.10.in-addr.arpa. 30 IN SOA",
                "nobody.production.svc.cluster.local A # status: NXDOMAIN # cluster.local. 30 IN SOA",
            })
    void a_question_is_answered(String arguments, String status, String part) throws Exception {
        assertThat(kdig(arguments)).contains(status, part == null ? "" : part);
    }

    @Test
    void it_is_an_authority_and_no_resolver() throws Exception {
        assertThat(kdig("shop.home.example A")).contains("Flags: qr aa rd;");
    }

    @Test
    void a_long_answer_is_cut_over_udp_and_whole_over_tcp() throws Exception {
        String many = "many.production.svc.cluster.local A ";
        assertThat(kdig(many + "+ignore")).contains("Flags: qr aa tc rd;", "ANSWER: 0;", "(UDP)");
        assertThat(kdig(many)).contains("ANSWER: 60;", "(TCP)");
    }

    @Test
    void a_cookie_is_given_and_taken() throws Exception {
        String first = kdig("shop.home.example A +cookie=0102030405060708");
        String cookie = first.lines()
                .filter(line -> line.contains("COOKIE:"))
                .map(line -> line.replaceAll(".*COOKIE: ", "").trim())
                .findFirst()
                .orElseThrow();
        assertThat(cookie).startsWith("0102030405060708").hasSize(48);
        String many = "many.production.svc.cluster.local A +ignore +bufsize=1232 +cookie=";
        assertThat(kdig(many + cookie)).contains("ANSWER: 60;", "(UDP)");
        assertThat(kdig(many + "0102030405060708")).contains("ANSWER: 0;", "(UDP)");
    }
}
