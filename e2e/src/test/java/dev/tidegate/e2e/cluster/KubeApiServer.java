package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TestCertificate;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;

/// A kube-apiserver with an etcd of its own, on loopback: RBAC, ServiceAccount tokens, admission and validation as in
/// any cluster; no scheduler, no kubelet and no controllers.
///
/// It may be killed and started again, on the same port and with the same objects. Threads: one at a time.
final class KubeApiServer implements AutoCloseable {

    /// Of a user in the group `system:masters`, valid on this server alone.
    private static final String ADMIN_TOKEN = "admin-of-the-tests";

    /// By which pods know it.
    static final String NAME_IN_CLUSTER = "kubernetes.default.svc";

    private final KubeBinaries binaries;
    private final Path folder = Folders.create();
    private final TestAuthority authority = TestAuthority.create("cluster");
    private final int port = freePort();
    private final AuditLog audit = new AuditLog(folder.resolve("audit.log"));
    private final DependentProcess etcd;
    private final KubernetesClient admin;
    private DependentProcess server;

    private KubeApiServer(KubeBinaries binaries) {
        this.binaries = binaries;
        writeFiles();
        this.etcd = DependentProcess.start(etcdCommand(), folder.resolve("etcd.log"));
        this.admin = new KubernetesClientBuilder()
                .withConfig(adminConfig())
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
        this.server = startServer();
    }

    /// Ready to answer, with what it makes for itself at its start (roles, the namespace `default`) made.
    static KubeApiServer start(KubeBinaries binaries) {
        KubeApiServer started = new KubeApiServer(binaries);
        try {
            started.awaitReady();
            return started;
        } catch (RuntimeException | AssertionError failed) {
            String said = started.server.lastWords() + "\n" + started.etcd.lastWords();
            started.close();
            throw new AssertionError("no API server; it and etcd said last:\n" + said, failed);
        }
    }

    String url() {
        return "https://localhost:" + port;
    }

    int port() {
        return port;
    }

    /// The certificate authority of its certificate, as PEM.
    Path authorityFile() {
        return folder.resolve("ca.crt");
    }

    /// May do everything. It is this server's to close.
    KubernetesClient admin() {
        return admin;
    }

    /// Of what Tidegate's accounts ask.
    AuditLog audit() {
        return audit;
    }

    /// Kills it, without a word to anybody; connections are reset, and its port refuses new ones.
    void kill() {
        server.close();
    }

    /// After [#kill]; ready when this returns.
    void startAgain() {
        server = startServer();
        awaitReady();
    }

    /// Lets etcd forget all that was before now, so that nobody can go on from there.
    void forgetHistory() {
        EtcdSocket socket = new EtcdSocket(folder.resolve("etcd.sock:1"));
        long revision = socket.call(
                        "/v3/kv/range", "{\"key\": \"AA==\", \"range_end\": \"AA==\", \"count_only\": true}")
                .path("header")
                .path("revision")
                .asLong();
        socket.call("/v3/kv/compaction", "{\"revision\": \"" + revision + "\", \"physical\": true}");
    }

    private void writeFiles() {
        TestCertificate certificate = authority.leaf("localhost", NAME_IN_CLUSTER);
        KeyPair tokenKeys = ecKeys();
        Folders.write(folder.resolve("ca.crt"), Pem.of(authority.root()));
        Folders.write(folder.resolve("tls.crt"), certificate.certificates());
        Folders.write(folder.resolve("tls.key"), certificate.key());
        Folders.write(
                folder.resolve("accounts.key"),
                Pem.of("PRIVATE KEY", tokenKeys.getPrivate().getEncoded()));
        Folders.write(
                folder.resolve("accounts.pub"),
                Pem.of("PUBLIC KEY", tokenKeys.getPublic().getEncoded()));
        Folders.write(folder.resolve("tokens.csv"), ADMIN_TOKEN + ",admin,1,\"system:masters\"\n");
        Folders.write(
                folder.resolve("audit.yaml"), AuditLog.policy("system:serviceaccounts:" + TidegateAccount.NAMESPACE));
    }

    static KeyPair ecKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// By sockets in our folder, so that no port is taken. Numbers stand where etcd wants a port to be told.
    private List<String> etcdCommand() {
        return List.of(
                binaries.etcd().toString(),
                "--name=tests",
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=" + etcdSocket(),
                "--advertise-client-urls=http://127.0.0.1:1",
                "--listen-peer-urls=unix://" + folder.resolve("peer.sock") + ":2",
                "--initial-advertise-peer-urls=http://127.0.0.1:2",
                "--initial-cluster=tests=http://127.0.0.1:2",
                "--unsafe-no-fsync",
                "--log-level=warn");
    }

    private String etcdSocket() {
        return "unix://" + folder.resolve("etcd.sock") + ":1";
    }

    private DependentProcess startServer() {
        List<String> command = new ArrayList<>();
        command.add(binaries.apiServer().toString());
        command.addAll(List.of("--bind-address=127.0.0.1", "--secure-port=" + port));
        command.add("--etcd-servers=" + etcdSocket());
        command.add("--tls-cert-file=" + folder.resolve("tls.crt"));
        command.add("--tls-private-key-file=" + folder.resolve("tls.key"));
        command.add("--authorization-mode=RBAC");
        command.add("--token-auth-file=" + folder.resolve("tokens.csv"));
        command.add("--service-account-issuer=https://kubernetes.default.svc");
        command.add("--service-account-key-file=" + folder.resolve("accounts.pub"));
        command.add("--service-account-signing-key-file=" + folder.resolve("accounts.key"));
        command.add("--service-cluster-ip-range=10.96.0.0/12,fd00:96::/108");
        command.add("--audit-policy-file=" + folder.resolve("audit.yaml"));
        command.add("--audit-log-path=" + audit.file());
        // Nothing shall publish this server's own address, which is loopback, as an endpoint.
        command.add("--endpoint-reconciler-type=none");
        return DependentProcess.start(command, folder.resolve("apiserver.log"));
    }

    private void awaitReady() {
        Await.until("the API server is ready", () -> {
            if (!server.alive()) {
                throw new AssertionError("it has ended");
            }
            return ready() && admin.namespaces().withName("default").get() != null;
        });
    }

    private boolean ready() {
        try {
            return "ok".equals(admin.raw("/readyz"));
        } catch (KubernetesClientException notYet) {
            return false;
        }
    }

    private Config adminConfig() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(url())
                .withCaCertFile(authorityFile().toString())
                .withOauthToken(ADMIN_TOKEN)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        admin.close();
        server.close();
        etcd.close();
        Folders.delete(folder);
    }
}
