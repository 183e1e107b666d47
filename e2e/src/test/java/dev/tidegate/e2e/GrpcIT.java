package dev.tidegate.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidegate.tls.TestAuthority;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A real gRPC client and a real gRPC server, with Tidegate between them.
@ParameterizedClass
@EnumSource
@ExtendWith(TellOnFailure.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GrpcIT {

    /// How the client speaks HTTP/2 to Tidegate.
    enum Transport {
        /// TLS, with h2 agreed on by ALPN.
        TLS,
        /// Cleartext, with prior knowledge.
        H2C
    }

    private static final String HOST = "grpc.example";
    private static final int MANY = 1_000;

    private static final TestAuthority AUTHORITY = TestAuthority.create("grpc");

    @SuppressWarnings("NullAway.Init")
    private static GrpcBackend backend;

    @SuppressWarnings("NullAway.Init")
    private static TidegateProcess tidegate;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Transport transport;

    @SuppressWarnings("NullAway.Init")
    private ManagedChannel channel;

    @BeforeAll
    static void start(@TempDir Path folder) {
        backend = GrpcBackend.start();
        new ManifestDir(folder)
                .put(
                        "grpc.yaml",
                        Manifests.all(
                                Manifests.INGRESS_CLASS,
                                Manifests.ingressWithTls("grpc", HOST, Map.of("/" + GrpcBackend.SERVICE, "grpc")),
                                Manifests.service("grpc", "kubernetes.io/h2c"),
                                Manifests.endpoints("grpc", backend.port()),
                                Manifests.tlsSecret(AUTHORITY.leaf(HOST))));
        tidegate = TidegateProcess.serve(folder);
    }

    @AfterAll
    static void stop() {
        tidegate.close();
        backend.close();
    }

    @BeforeEach
    void connect() throws SSLException {
        channel = switch (transport) {
            case TLS ->
                NettyChannelBuilder.forAddress("127.0.0.1", tidegate.ports().https())
                        .overrideAuthority(HOST)
                        .sslContext(GrpcSslContexts.forClient()
                                .trustManager(AUTHORITY.root())
                                .build())
                        .build();
            case H2C ->
                NettyChannelBuilder.forAddress("127.0.0.1", tidegate.ports().http())
                        .overrideAuthority(HOST)
                        .usePlaintext()
                        .build();
        };
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void a_unary_call_is_answered() {
        assertThat(call(GrpcBackend.GREET, "tide", soon())).isEqualTo("hello tide");
    }

    @Test
    void messages_larger_than_any_flow_control_window_pass_whole() {
        String large = "x".repeat(3 << 20);
        assertThat(call(GrpcBackend.GREET, large, soon())).isEqualTo("hello " + large);
    }

    @Test
    void a_server_stream_arrives_in_order() {
        List<String> counted = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, GrpcBackend.COUNT, soon(), Integer.toString(MANY))
                .forEachRemaining(counted::add);
        assertThat(counted)
                .isEqualTo(IntStream.rangeClosed(1, MANY)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void a_client_stream_arrives_whole() throws Exception {
        BlockingClientCall<String, String> collect =
                ClientCalls.blockingClientStreamingCall(channel, GrpcBackend.COLLECT, soon());
        for (int i = 0; i < MANY; i++) {
            collect.write(i + ",");
        }
        collect.halfClose();
        assertThat(collect.read(Await.BOUND.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> i + ",").collect(Collectors.joining()));
    }

    @Test
    void both_sides_stream_and_each_hears_the_other_at_once() throws Exception {
        BlockingClientCall<String, String> chat =
                ClientCalls.blockingBidiStreamingCall(channel, GrpcBackend.CHAT, soon());
        for (int i = 0; i < MANY; i++) {
            chat.write(Integer.toString(i));
            assertThat(chat.read(Await.BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo("re: " + i);
        }
        chat.halfClose();
        assertThat(chat.read(Await.BOUND.toSeconds(), TimeUnit.SECONDS))
                .as("after an end with OK")
                .isNull();
    }

    @Test
    void an_error_keeps_its_status_its_words_and_its_trailers() {
        StatusRuntimeException refusal = refusal(GrpcBackend.REFUSE, "tide is out: 50 % ebb, später", soon());
        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(refusal.getStatus().getDescription()).isEqualTo("tide is out: 50 % ebb, später");
        Metadata trailers = requireNonNull(refusal.getTrailers());
        assertThat(trailers.get(GrpcBackend.HINT)).isEqualTo("ask later");
        assertThat(trailers.get(GrpcBackend.DETAIL)).containsExactly(0, 1, -1);
    }

    @Test
    void a_method_that_no_server_has_is_unimplemented() {
        MethodDescriptor<String, String> absent = TextMessages.method(MethodDescriptor.MethodType.UNARY, "Absent");
        assertThat(refusal(absent, "", soon()).getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void a_deadline_that_passes_ends_the_call_at_the_server_too() throws Exception {
        CallOptions hasty = CallOptions.DEFAULT.withDeadlineAfter(500, TimeUnit.MILLISECONDS);
        StatusRuntimeException late = refusal(GrpcBackend.HANG, "deadline " + transport, hasty);
        assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        backend.awaitCancelled("deadline " + transport);
    }

    @Test
    void a_cancelled_call_is_cancelled_at_the_server() throws Exception {
        ClientCall<String, String> call = channel.newCall(GrpcBackend.HANG, soon());
        var answer = ClientCalls.futureUnaryCall(call, "cancel " + transport);
        backend.awaitHanging("cancel " + transport);
        call.cancel("changed our mind", null);
        backend.awaitCancelled("cancel " + transport);
        assertThat(answer).isDone();
    }

    private String call(MethodDescriptor<String, String> method, String message, CallOptions options) {
        return ClientCalls.blockingUnaryCall(channel, method, options, message);
    }

    private StatusRuntimeException refusal(
            MethodDescriptor<String, String> method, String message, CallOptions options) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> call(method, message, options));
    }

    private static CallOptions soon() {
        return CallOptions.DEFAULT.withDeadlineAfter(Await.BOUND.toSeconds(), TimeUnit.SECONDS);
    }
}
