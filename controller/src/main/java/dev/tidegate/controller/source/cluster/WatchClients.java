package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Makes clients that speak HTTP/2 and share one executor, on virtual threads; each still costs the thread of its
/// selector, which ends with the client when nobody holds it any more.
final class WatchClients extends JdkHttpClientFactory {

    private final Executor executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("watch").factory());

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return HttpClient.newBuilder().executor(executor);
    }

    /// After the configuration, which asks for HTTP/1.1: see [ClusterConnection].
    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
        builder.version(HttpClient.Version.HTTP_2);
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        // Its executor is everybody's.
    }
}
