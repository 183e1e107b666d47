package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.source.SourceRefused;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// How an API server is reached: by a kubeconfig, or from inside a pod by its service account.
///
/// The client is the caller's to close. It speaks through the JDK's HTTP client: the one that fabric8 brings by
/// itself is built for Vert.x 4 and cannot live beside Vert.x 5.
///
/// Fails: [SourceRefused] if there is no such configuration or it makes no sense. An API server that does not answer
/// is no failure here; whoever calls it will wait for it.
public final class ClusterConnection {

    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int REQUEST_TIMEOUT_MS = 15_000;
    /// Within one request only a hiccup is bridged; an outage is for the caller to see.
    private static final int REQUEST_RETRIES = 2;
    /// Whoever writes has a plan of his own for what fails, and a Lease that does not wait.
    private static final int WRITE_TIMEOUT_MS = 5_000;

    private ClusterConnection() {}

    public static KubernetesClient byKubeconfig(Path file) {
        return client(reading(configOf(file)), file);
    }

    /// A second connection, for whoever writes: a slow answer to him holds up nobody who watches. By the
    /// kubeconfig, or from inside a pod if there is none.
    public static KubernetesClient forWriting(Optional<Path> kubeconfig) {
        return kubeconfig.isPresent()
                ? client(writing(configOf(kubeconfig.get())), kubeconfig.get())
                : client(writing(configOf(System.getenv(), SERVICE_ACCOUNT)), SERVICE_ACCOUNT);
    }

    private static Config configOf(Path file) {
        if (!Files.isRegularFile(file)) {
            throw SourceRefused.of(file, Files.exists(file) ? "not a file" : "no such file", "a kubeconfig");
        }
        Config config = parsed(file);
        if (config.getCurrentContext() == null) {
            throw SourceRefused.of(file, "no current context", "a kubeconfig whose current-context is one of contexts");
        }
        tokenFile(file, config).ifPresent(token -> {
            if (!Files.isReadable(token)) {
                throw SourceRefused.of(token, "no such file", "the token that the kubeconfig " + file + " speaks of");
            }
            config.setOauthTokenProvider(() -> read(token));
        });
        return config;
    }

    /// Where the current user's token stands, beside the kubeconfig if its path is not absolute. The library does not
    /// look at it. As with kubectl, it outranks a token that is written down.
    private static Optional<Path> tokenFile(Path kubeconfig, Config config) {
        String user = config.getCurrentContext().getContext().getUser();
        return Serialization.unmarshal(read(kubeconfig), io.fabric8.kubernetes.api.model.Config.class)
                .getUsers()
                .stream()
                .filter(it -> it.getName().equals(user) && it.getUser() != null)
                .flatMap(it -> Stream.ofNullable(it.getUser().getTokenFile()))
                .filter(it -> !it.isEmpty())
                .map(kubeconfig.toAbsolutePath()::resolveSibling)
                .findFirst();
    }

    /// From inside a pod, as its service account.
    public static KubernetesClient inCluster() {
        return inCluster(System.getenv(), SERVICE_ACCOUNT);
    }

    static KubernetesClient inCluster(Map<String, String> environment, Path serviceAccount) {
        return client(reading(configOf(environment, serviceAccount)), serviceAccount);
    }

    private static Config configOf(Map<String, String> environment, Path serviceAccount) {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        Path token = serviceAccount.resolve("token");
        if (host.isEmpty()) {
            throw SourceRefused.of(
                    "KUBERNETES_SERVICE_HOST", "not set, so this is no pod", "--kubeconfig FILE or --manifests DIR");
        } else if (!Files.isReadable(token)) {
            throw SourceRefused.of(token, "no such file", "the token of a service account");
        }
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port)
                .withCaCertFile(serviceAccount.resolve("ca.crt").toString())
                // Read anew for each request: kubelet rotates it.
                .withOauthTokenProvider(() -> read(token))
                .build();
    }

    private static Config reading(Config config) {
        config.setRequestTimeout(REQUEST_TIMEOUT_MS);
        config.setRequestRetryBackoffLimit(REQUEST_RETRIES);
        return config;
    }

    private static Config writing(Config config) {
        config.setRequestTimeout(WRITE_TIMEOUT_MS);
        config.setRequestRetryBackoffLimit(0);
        return config;
    }

    private static Config parsed(Path file) {
        try {
            return Config.fromKubeconfig(file.toFile());
        } catch (RuntimeException unparsable) {
            // Of several libraries, each with exceptions of its own.
            throw SourceRefused.of(file, "does not parse: " + reason(unparsable), "a kubeconfig");
        }
    }

    private static KubernetesClient client(Config config, Path origin) {
        config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
        // One connection of HTTP/2 that is dead without a word would hold up all requests until the kernel gives up.
        config.setHttp2Disable(true);
        try {
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(new JdkHttpClientFactory())
                    .build();
        } catch (KubernetesClientException | IllegalArgumentException unusable) {
            throw SourceRefused.of(origin, "not usable: " + reason(unusable), "a server, certificates and a key");
        }
    }

    /// The innermost reason, in one line: the outer ones only say that something went wrong.
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message =
                switch (innermost) {
                    case NoSuchFileException missing -> "no such file " + missing.getFile();
                    case MarkedYamlEngineException broken -> broken.getProblem();
                    default -> String.valueOf(innermost.getMessage());
                };
        return message.lines().findFirst().orElse("").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }
}
