package dev.tidegate.controller.process;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.dns.record.Zones;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/// A real controller on a folder, asked by a real client of DNS.
final class DnsPortTest {

    private static final String CLASS = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        """;

    private static final String INGRESS = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: NAME, namespace: home}
        spec:
          ingressClassName: tidegate
          rules: [{host: "HOST", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
        """;

    private static final String SERVICES = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: home}
        spec: {ports: [{name: http, port: 80}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: fixed, namespace: home}
        spec: {clusterIP: 10.96.0.7, ports: [{name: http, port: 80}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: away, namespace: home}
        spec: {type: ExternalName, externalName: api.example.com}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-1, namespace: home, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{name: http, port: 8080}]
        endpoints:
          - {addresses: [10.1.0.1], hostname: a-0, conditions: {ready: true}}
          - {addresses: [10.1.0.2], conditions: {ready: false}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web-0, namespace: home}
        spec: {containers: [{name: web, image: web}]}
        status: {phase: Running, podIP: 10.1.0.1}
        """;

    @TempDir
    Path folder;

    private @Nullable RunningController controller;

    @AfterEach
    void stop() {
        if (controller != null) {
            controller.stop();
        }
    }

    private static DnsOptions options(int port, List<String> targets) {
        return new DnsOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Zones.of("home.example"),
                targets,
                Duration.ofSeconds(60),
                Optional.of("cluster.local"));
    }

    private RunningController start(Source source, DnsOptions dns) {
        controller =
                RunningController.start(Controllers.options(0, 0).naming(dns), source, OutputStream.nullOutputStream());
        return controller;
    }

    private void serveFolder(String... targets) throws Exception {
        write("class", CLASS);
        write("shop", ingress("shop", "shop.home.example"));
        write("apps", ingress("apps", "*.apps.home.example"));
        write("elsewhere", ingress("elsewhere", "shop.other.example"));
        write("services", SERVICES);
        assertThat(start(new ManifestFolder(folder), options(0, List.of(targets)))
                        .awaitReady(Duration.ofSeconds(10)))
                .isTrue();
    }

    private static String ingress(String name, String host) {
        return INGRESS.replace("NAME", name).replace("HOST", host);
    }

    private void write(String name, String text) throws IOException {
        Path next = Files.writeString(folder.resolve(name + ".tmp"), text);
        Files.move(next, folder.resolve(name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private RunningController running() {
        return requireNonNull(controller);
    }

    private String line(String question) {
        return NameClient.of(running()).line(question);
    }

    @Test
    void names_are_answered_as_the_folder_has_them() throws Exception {
        serveFolder("192.0.2.1", "2001:db8::1");
        for (String each : """
            A shop.home.example                        => NOERROR 60 A 192.0.2.1
            AAAA shop.home.example                     => NOERROR 60 AAAA 2001:db8:0:0:0:0:0:1
            A any.apps.home.example                    => NOERROR 60 A 192.0.2.1
            TXT shop.home.example                      => NOERROR
            A apps.home.example                        => NOERROR
            A nobody.home.example                      => NXDOMAIN
            A shop.other.example                       => REFUSED
            NS home.example                            => NOERROR 3600 NS ns.home.example.
            A ns.home.example                          => NOERROR 60 A 192.0.2.1
            TXT dns-version.cluster.local              => NOERROR 28800 TXT 1.1.0
            A ns.dns.cluster.local                     => NOERROR 5 A 192.0.2.1
            A web.home.svc.cluster.local               => NOERROR 5 A 10.1.0.1
            A a-0.web.home.svc.cluster.local           => NOERROR 5 A 10.1.0.1
            SRV _http._tcp.web.home.svc.cluster.local  => NOERROR 5 SRV 0 100 8080 a-0.web.home.svc.cluster.local.
            A fixed.home.svc.cluster.local             => NOERROR 5 A 10.96.0.7
            SRV _http._tcp.fixed.home.svc.cluster.local => NOERROR 5 SRV 0 100 80 fixed.home.svc.cluster.local.
            PTR 7.0.96.10.in-addr.arpa                 => NOERROR 5 PTR fixed.home.svc.cluster.local.
            CNAME away.home.svc.cluster.local          => NOERROR 5 CNAME api.example.com.
            A 10-1-0-1.home.pod.cluster.local          => NOERROR 5 A 10.1.0.1
            A 10-1-0-2.home.pod.cluster.local          => NXDOMAIN
            A nobody.home.svc.cluster.local            => NXDOMAIN
            """.lines().toList()) {
            String[] parts = each.split(" +=> ");
            assertThat(line(parts[0])).as(parts[0]).isEqualTo(parts[1]);
        }
    }

    @Test
    void what_annotations_say_of_targets_names_and_times_is_answered() throws Exception {
        write("more", ingress("more", "more.home.example").replace("namespace: home", """
            namespace: home, annotations: {
              external-dns.alpha.kubernetes.io/target: 192.0.2.99,
              external-dns.alpha.kubernetes.io/hostname: alias.home.example,
              external-dns.alpha.kubernetes.io/ttl: "7"}\
            """.indent(2)
                .strip()));
        serveFolder("192.0.2.1");
        assertThat(line("A more.home.example")).isEqualTo("NOERROR 7 A 192.0.2.99");
        assertThat(line("A alias.home.example")).isEqualTo("NOERROR 7 A 192.0.2.99");
        assertThat(line("A shop.home.example")).isEqualTo("NOERROR 60 A 192.0.2.1");
    }

    @Test
    void hosts_are_aliases_of_a_name() throws Exception {
        serveFolder("lb.example.net");
        assertThat(line("A shop.home.example")).isEqualTo("NOERROR 60 CNAME lb.example.net.");
    }

    @Test
    void a_host_is_named_within_a_second_of_its_route_and_the_serial_grows() throws Exception {
        serveFolder("192.0.2.1");
        long before = serial();
        write("new", ingress("new", "new.home.example"));
        await().pollInterval(Duration.ofMillis(5)).atMost(10, SECONDS).until(() -> served("new.home.example"));
        long liveNs = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(10, SECONDS)
                .until(() -> line("A new.home.example").equals("NOERROR 60 A 192.0.2.1"));
        assertThat(Duration.ofNanos(System.nanoTime() - liveNs)).isLessThan(Duration.ofSeconds(1));
        assertThat(serial()).isGreaterThan(before);
        Files.delete(folder.resolve("new.yaml"));
        await().atMost(10, SECONDS).until(() -> line("A new.home.example").equals("NXDOMAIN"));
    }

    private boolean served(String host) {
        return running()
                .current()
                .table()
                .hosts()
                .all()
                .anyMatch(it -> it.pattern().text().equals(host));
    }

    private long serial() {
        return ((SOARecord) NameClient.of(running())
                        .ask("SOA home.example")
                        .getSection(Section.ANSWER)
                        .getFirst())
                .getSerial();
    }

    @Test
    void the_serial_is_the_time_so_that_it_grows_over_restarts() throws Exception {
        long startS = Instant.now().getEpochSecond();
        serveFolder("192.0.2.1");
        assertThat(serial()).isGreaterThanOrEqualTo(startS);
    }

    @Test
    void nothing_is_denied_before_the_first_table() {
        FakeSource source = new FakeSource();
        start(source, options(0, List.of("192.0.2.1")));
        assertThat(line("A shop.home.example")).isEqualTo("SERVFAIL");
        assertThat(line("A web.home.svc.cluster.local")).isEqualTo("SERVFAIL");
        source.sync();
        await().atMost(10, SECONDS).until(() -> line("A shop.home.example").equals("NXDOMAIN"));
    }

    @Test
    void a_host_is_not_denied_while_nobody_knows_where_the_gateway_is() throws Exception {
        serveFolder();
        assertThat(line("A shop.home.example")).isEqualTo("SERVFAIL");
        assertThat(line("A nobody.home.example")).isEqualTo("NXDOMAIN");
        assertThat(line("A web.home.svc.cluster.local")).isEqualTo("NOERROR 5 A 10.1.0.1");
    }

    @Test
    void what_is_asked_and_answered_is_counted() throws Exception {
        serveFolder("192.0.2.1");
        NameClient.of(running()).ask("A shop.home.example");
        NameClient.of(running()).ask("AAAA nobody.home.example");
        String metrics = Http.get(running().adminPort(), "/metrics").body();
        assertThat(metrics)
                .contains("tidegate_dns_questions_total{type=\"A\"} 1.0")
                .contains("tidegate_dns_questions_total{type=\"AAAA\"} 1.0")
                .contains("tidegate_dns_answers_total{code=\"NXDOMAIN\"} 1.0")
                .contains("tidegate_dns_faults_total 0.0")
                .containsPattern("tidegate_dns_zone_serial 1\\.[0-9]+E9")
                .containsPattern("tidegate_dns_zone_records [1-9]");
    }

    @ParameterizedTest
    @CsvSource({"UDP", "TCP"})
    void a_taken_port_is_one_line_and_ends_the_start(String transport) throws Exception {
        write("class", CLASS);
        try (AutoCloseable taken = transport.equals("UDP")
                ? new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                : new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken instanceof DatagramSocket udp ? udp.getLocalPort() : ((ServerSocket) taken).getLocalPort();
            assertThatThrownBy(() -> start(new ManifestFolder(folder), options(port, List.of("192.0.2.1"))))
                    .isInstanceOf(StartException.class)
                    .hasMessage("--dns-port " + port + ": cannot listen over " + transport
                            + " (expected: a free port that this user may bind)");
        }
    }

    @Test
    void explain_tells_what_is_answered_for_a_host() throws Exception {
        serveFolder("192.0.2.1");
        String asked = "/api/explain?url=http://any.apps.home.example/";

        assertThat(Http.json(Http.get(running().adminPort(), asked))
                        .get("record")
                        .toString())
                .isEqualTo("""
                    {"name":"*.apps.home.example","state":"answered",\
                    "message":"answered here, and published nowhere",\
                    "wanted":[{"type":"A","ttlSeconds":60,"values":["192.0.2.1"]}],"madeHere":false}\
                    """);
    }
}
