package dev.tidegate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A folder is edited, well and badly, while it is being served.
@ExtendWith(TellOnFailure.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManifestFolderIT {

    private static final String HOST = "web.example";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final TestBackend backend = TestBackend.start("web");

    @SuppressWarnings("NullAway.Init")
    private ManifestDir manifests;

    @BeforeEach
    void write() {
        manifests = new ManifestDir(folder)
                .put("class.yaml", Manifests.INGRESS_CLASS)
                .put(
                        "service.yaml",
                        Manifests.all(Manifests.service("web"), Manifests.endpoints("web", backend.port())));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void what_is_edited_is_served_and_what_is_deleted_is_gone() throws IOException {
        manifests.put("web.yaml", ingress("/old"));
        try (TidegateProcess tidegate = TidegateProcess.serve(folder);
                HttpConnection client = open(tidegate)) {
            assertThat(status(client, "/old")).isEqualTo(200);

            manifests.put("web.yaml", ingress("/new"));
            Await.untilServed("the edit", () -> status(client, "/new") == 200);
            assertThat(status(client, "/old")).isEqualTo(404);

            manifests.delete("web.yaml");
            Await.untilServed("the deletion", () -> status(client, "/new") == 404);
            assertThat(client.get(HOST, "/new").field("tidegate-reason")).contains("no-host");
        }
    }

    @Test
    void a_half_written_file_leaves_the_last_good_state_serving_and_is_told_of() throws IOException {
        String whole = ingress("/whole");
        manifests.put("web.yaml", whole);
        try (TidegateProcess tidegate = TidegateProcess.serve(folder);
                HttpConnection client = open(tidegate)) {
            manifests.overwrite("web.yaml", ingress("/other").replace("pathType: Prefix", "pathType: {Pre"));
            Await.untilServed("a word about it", () -> tidegate.stderr().contains("web.yaml"));
            assertThat(status(client, "/whole")).isEqualTo(200);
            assertThat(status(client, "/other")).isEqualTo(404);
            assertThat(tidegate.stderr()).doesNotContain("Exception", "\tat ");

            manifests.overwrite("web.yaml", ingress("/other"));
            Await.untilServed("the file, now whole", () -> status(client, "/other") == 200);
        }
    }

    @Test
    void a_mounted_config_map_is_followed_when_kubelet_swaps_its_link() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        version(mount, "..2026_01", ingress("/first"));
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(mount.resolve("web.yaml"), Path.of("..data", "web.yaml"));
        try (TidegateProcess tidegate = TidegateProcess.serve(folder);
                HttpConnection client = open(tidegate)) {
            assertThat(status(client, "/first")).isEqualTo(200);

            version(mount, "..2026_02", ingress("/second"));
            Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2026_02"));
            Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

            Await.untilServed("the second version", () -> status(client, "/second") == 200);
            assertThat(status(client, "/first")).isEqualTo(404);
        }
    }

    private static void version(Path mount, String name, String text) throws IOException {
        Files.writeString(Files.createDirectory(mount.resolve(name)).resolve("web.yaml"), text);
    }

    @Test
    void a_broken_secret_keeps_the_old_certificate_and_a_mended_one_is_shown() throws IOException {
        TestAuthority authority = TestAuthority.create("folder");
        TlsTrust trust = TlsTrust.in(authority);
        TestCertificate first = authority.leaf(HOST);
        TestCertificate second = authority.leaf(HOST);
        manifests.put("tls.yaml", Manifests.tlsSecret(first));
        manifests.put("web.yaml", Manifests.ingressWithTls("web", HOST, Map.of("/", "web")));
        try (TidegateProcess tidegate = TidegateProcess.serve(folder)) {
            int https = tidegate.ports().https();
            assertThat(trust.serial(https, HOST)).isEqualTo(serial(first));

            manifests.put("tls.yaml", Manifests.tlsSecret(second.certificates(), first.key()));
            Await.untilServed("a word about it", () -> tidegate.stderr().contains("Secret default/tls"));
            assertThat(trust.serial(https, HOST)).isEqualTo(serial(first));
            assertThat(tidegate.stderr()).doesNotContain("PRIVATE KEY", "Exception");

            manifests.put("tls.yaml", Manifests.tlsSecret(second));
            Await.untilServed(
                    "the mended Secret", () -> trust.serial(https, HOST).equals(serial(second)));
        }
    }

    private static BigInteger serial(TestCertificate certificate) {
        return certificate.certificate().leaf().getSerialNumber();
    }

    @Test
    void a_second_process_on_the_same_ports_fails_with_one_line_that_names_the_port() throws IOException {
        manifests.put("web.yaml", ingress("/"));
        try (TidegateProcess first = TidegateProcess.serve(folder);
                HttpConnection client = open(first)) {
            TidegateProcess.Ports taken = first.ports();
            try (TidegateProcess second = TidegateProcess.call(
                    "run",
                    "--manifests=" + folder,
                    "--address=127.0.0.1",
                    "--http-port=" + taken.http(),
                    "--https-port=" + taken.https(),
                    "--healthz-host=127.0.0.1",
                    "--healthz-port=0")) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(errors(second))
                        .contains("--http-port " + taken.http())
                        .hasLineCount(1);
            }
            assertThat(status(client, "/")).isEqualTo(200);
        }
    }

    @Test
    void a_bad_flag_is_one_line_and_exit_code_2() {
        assertRefused("--http-port", "run", "--manifests=" + folder, "--http-port=eighty");
        assertRefused("--http-prot", "run", "--manifests=" + folder, "--http-prot=80");
        assertRefused("no-such-folder", "run", "--manifests=" + folder.resolve("no-such-folder"));
    }

    private static void assertRefused(String named, String... arguments) {
        try (TidegateProcess process = TidegateProcess.call(arguments)) {
            assertThat(process.awaitExit()).isEqualTo(2);
            assertThat(errors(process)).contains(named, "expected").hasLineCount(1);
        }
    }

    /// What it said beyond its usual log.
    private static String errors(TidegateProcess process) {
        return String.join(
                "\n",
                process.stderrLines().stream()
                        .filter(line -> !line.contains(" INFO "))
                        .toList());
    }

    private static String ingress(String path) {
        return Manifests.ingress("web", HOST, Map.of(path, "web"));
    }

    private static int status(HttpConnection client, String path) throws IOException {
        return client.get(HOST, path).status();
    }

    private static HttpConnection open(TidegateProcess tidegate) throws IOException {
        return HttpConnection.cleartext(tidegate.ports().http());
    }
}
