package dev.tidegate.controller.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.DefaultMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// An API server for tests, in this process: it lists, watches, creates, updates and deletes, and remembers what it
/// was asked for. It knows no defaults, no roles and no `limit`; what hangs on these is tested against a real one.
final class TestApiServer implements AutoCloseable {

    private final Recorder recorder = new Recorder();
    private final DefaultMockServer server =
            new DefaultMockServer(new Context(), new MockWebServer(), new HashMap<>(), recorder, false);

    static TestApiServer start() {
        return start(0);
    }

    static TestApiServer start(int port) {
        TestApiServer api = new TestApiServer();
        api.server.start(InetAddress.getLoopbackAddress(), port);
        return api;
    }

    int port() {
        return server.getPort();
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://localhost:" + port())
                        .withWatchReconnectInterval(100)
                        .withRequestRetryBackoffLimit(0)
                        .withConnectionTimeout(2_000)
                        .build())
                .build();
    }

    /// The paths asked for so far, with their queries.
    List<String> requests() {
        return List.copyOf(recorder.paths);
    }

    void forgetRequests() {
        recorder.paths.clear();
    }

    /// From now on whatever has `part` in its path is forbidden.
    void refuse(String part) {
        recorder.refused = Optional.of(part);
    }

    /// Stops to listen at once. That a connection which is just being upgraded has not drained after ten seconds is
    /// the server's own trouble, and says nothing about whoever is tested.
    @Override
    public void close() {
        try {
            server.shutdown();
        } catch (IllegalStateException notDrained) {
            assertThat(notDrained).hasMessage("Unable to close MockWebServer");
        }
    }

    private static final class Recorder extends Dispatcher {

        private final KubernetesCrudDispatcher crud = new KubernetesCrudDispatcher();
        private final ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();
        private volatile Optional<String> refused = Optional.empty();

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            paths.add(request.getPath());
            return refused.filter(request.getPath()::contains).isPresent()
                    ? new MockResponse().setResponseCode(403)
                    : crud.dispatch(request);
        }
    }
}
