package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The real Helm with our chart, as the cluster's admin calls it; and a shell of that admin's besides.
final class Helm implements AutoCloseable {

    static final Path CHART = Path.of("../charts/tidegate");

    private final KubernetesClient admin;
    private final Path folder = Folders.create();
    private final Map<String, String> environment = new HashMap<>();

    private Helm(KubernetesClient admin, String namespace) {
        this.admin = admin;
        Path kubeconfig = Folders.write(folder.resolve("kubeconfig"), kubeconfig(admin.getConfiguration(), namespace));
        environment.put("KUBECONFIG", kubeconfig.toString());
        for (String home : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "HOME")) {
            environment.put(home, folder.resolve(home).toString());
        }
    }

    /// `namespace`: where the shell's objects go that name none.
    static Helm of(TestBed bed, String namespace) {
        return new Helm(bed.cluster().admin(), namespace);
    }

    private static String kubeconfig(Config server, String namespace) {
        return """
            apiVersion: v1
            kind: Config
            current-context: tests
            contexts: [{name: tests, context: {cluster: tests, user: admin, namespace: "%s"}}]
            clusters: [{name: tests, cluster: {server: "%s", certificate-authority: "%s"}}]
            users: [{name: admin, user: {token: "%s"}}]
            """.formatted(namespace, server.getMasterUrl(), server.getCaCertFile(), server.getOauthToken());
    }

    String run(String... arguments) {
        return Program.run(environment, command(arguments).toArray(String[]::new));
    }

    private static List<String> command(String... arguments) {
        String binary = System.getenv("TIDEGATE_HELM");
        if (binary == null) {
            throw new AssertionError("TIDEGATE_HELM is not set (expected: run by e2e/helm/run, which sees to it)");
        }
        List<String> command = new ArrayList<>(List.of(binary));
        command.addAll(List.of(arguments));
        return command;
    }

    /// `helm install` of our chart under the name of its namespace. Shape: → the notes.
    String install(String release, String... more) {
        return change("install", release, List.of("--create-namespace"), more);
    }

    String upgrade(String release, String... more) {
        return change("upgrade", release, List.of(), more);
    }

    private String change(String verb, String release, List<String> first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, release, CHART.toString(), "--namespace", release));
        arguments.addAll(first);
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    void uninstall(String release) {
        run("uninstall", release, "--namespace", release);
    }

    /// What the release is made of, as Helm keeps it.
    List<HasMetadata> manifest(String release) {
        return admin.load(new ByteArrayInputStream(
                        run("get", "manifest", release, "--namespace", release).getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    /// What these lines say, run by bash as they stand.
    String shell(String lines) {
        return Program.run(environment, "bash", "-euc", lines);
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
