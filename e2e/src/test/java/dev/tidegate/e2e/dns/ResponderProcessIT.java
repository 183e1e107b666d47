package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.e2e.TidegateProcess;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The artifact with `--dns-port`, on a folder, asked by Knot's `kdig`.
@DnsTest
class ResponderProcessIT {

    private static final Pattern PORT = Pattern.compile("dns: answers at 127\\.0\\.0\\.1:(\\d+), over UDP and TCP");

    private static final String SHOP = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: tidegate}
        spec: {controller: tidegate.dev/ingress-controller}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{name: http, port: 80}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{name: http, port: 8080}]
        endpoints: [{addresses: [127.0.0.1], conditions: {ready: true}}]
        """;

    private static final String INGRESS = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: NAME}
        spec:
          ingressClassName: tidegate
          rules: [{host: "HOST", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        put("shop", SHOP);
        put("web", ingress("web", "shop.home.example"));
        put("apps", ingress("apps", "*.apps.home.example"));
    }

    private static String ingress(String name, String host) {
        return INGRESS.replace("NAME", name).replace("HOST", host);
    }

    private void put(String name, String text) throws IOException {
        Path aside = Files.writeString(folder.resolve(name + ".new"), text);
        Files.move(aside, folder.resolve(name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> arguments(int port) {
        return List.of(
                "--manifests",
                folder.toString(),
                "--dns-port",
                String.valueOf(port),
                "--dns-zone",
                "home.example",
                "--dns-target",
                "192.0.2.1,2001:db8::1",
                "--dns-ttl",
                "1m");
    }

    private TidegateProcess start() {
        return TidegateProcess.run(Map.of(), List.of(), arguments(0));
    }

    private static Kdig kdig(TidegateProcess process) {
        Matcher port = PORT.matcher(process.stderr());
        assertThat(port.find()).as("a line says where").isTrue();
        return new Kdig(Integer.parseInt(port.group(1)));
    }

    @Test
    void hosts_services_and_what_does_not_exist() throws Exception {
        try (TidegateProcess process = start()) {
            Kdig kdig = kdig(process);
            assertThat(kdig.ask("shop.home.example A"))
                    .contains("status: NOERROR", "Flags: qr aa rd;", "shop.home.example. 60 IN A 192.0.2.1");
            assertThat(kdig.ask("shop.home.example AAAA +tcp")).contains("60 IN AAAA 2001:db8::1", "(TCP)");
            assertThat(kdig.data("any.apps.home.example A")).isEqualTo("192.0.2.1");
            assertThat(kdig.ask("shop.home.example MX")).contains("status: NOERROR", "30 IN SOA ns.home.example.");
            assertThat(kdig.ask("nobody.home.example A")).contains("status: NXDOMAIN", "30 IN SOA ns.home.example.");
            assertThat(kdig.ask("www.example.org A")).contains("status: REFUSED");
            assertThat(kdig.data("web.default.svc.cluster.local A")).isEqualTo("127.0.0.1");
            assertThat(kdig.data("_http._tcp.web.default.svc.cluster.local SRV"))
                    .isEqualTo("0 100 8080 127-0-0-1.web.default.svc.cluster.local.");
            assertThat(process.admin("/metrics").body())
                    .contains("tidegate_dns_answers_total{code=\"NXDOMAIN\"} 1.0", "tidegate_dns_faults_total 0.0");
        }
    }

    @Test
    void a_new_host_is_named_within_a_second_of_its_route() throws Exception {
        try (TidegateProcess process = start()) {
            Kdig kdig = kdig(process);
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String host = "new-" + i + ".home.example";
                put("new-" + i, ingress("new-" + i, host));
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> process.admin("/api/table").body().contains(host));
                long liveNs = System.nanoTime();
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> kdig.data(host + " A").equals("192.0.2.1"));
                times.add(Duration.ofNanos(System.nanoTime() - liveNs));
            }
            assertThat(times).allMatch(time -> time.compareTo(Duration.ofSeconds(1)) < 0);
        }
    }

    @Test
    void after_a_kill_names_are_back_and_the_serial_is_no_less() throws Exception {
        long before;
        try (TidegateProcess process = start()) {
            before = serial(kdig(process));
            process.kill();
        }
        try (TidegateProcess process = start()) {
            assertThat(kdig(process).data("shop.home.example A")).isEqualTo("192.0.2.1");
            assertThat(serial(kdig(process))).isGreaterThanOrEqualTo(before);
        }
    }

    private static long serial(Kdig kdig) throws Exception {
        return Long.parseLong(kdig.data("home.example SOA").split(" ")[2]);
    }

    @Test
    void a_taken_port_ends_the_start_with_one_line() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            List<String> call = new ArrayList<>(List.of("run", "--address", "127.0.0.1", "--http-port", "0"));
            call.addAll(List.of("--https-port", "0", "--healthz-host", "127.0.0.1", "--healthz-port", "0"));
            call.addAll(arguments(taken.getLocalPort()));
            try (TidegateProcess process = TidegateProcess.start(TidegateProcess.command(call))) {
                assertThat(process.awaitExit()).isEqualTo(1);
                assertThat(process.stderrLines().getLast())
                        .isEqualTo("tidegate: --dns-port " + taken.getLocalPort()
                                + ": cannot listen over UDP (expected: a free port that this user may bind)");
            }
        }
    }
}
