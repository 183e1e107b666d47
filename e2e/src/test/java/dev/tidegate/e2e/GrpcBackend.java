package dev.tidegate.e2e;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A real gRPC server, over h2c as in a cluster.
final class GrpcBackend implements AutoCloseable {

    static final String SERVICE = "tidegate.Test";

    static final MethodDescriptor<String, String> GREET = TextMessages.method(MethodType.UNARY, "Greet");
    static final MethodDescriptor<String, String> REFUSE = TextMessages.method(MethodType.UNARY, "Refuse");
    static final MethodDescriptor<String, String> COUNT = TextMessages.method(MethodType.SERVER_STREAMING, "Count");
    static final MethodDescriptor<String, String> COLLECT = TextMessages.method(MethodType.CLIENT_STREAMING, "Collect");
    static final MethodDescriptor<String, String> CHAT = TextMessages.method(MethodType.BIDI_STREAMING, "Chat");
    static final MethodDescriptor<String, String> HANG = TextMessages.method(MethodType.UNARY, "Hang");

    /// What a refusal carries in its trailers besides its status; `-bin` as it is bytes.
    static final Metadata.Key<String> HINT = Metadata.Key.of("hint", Metadata.ASCII_STRING_MARSHALLER);

    static final Metadata.Key<byte[]> DETAIL = Metadata.Key.of("detail-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Server server;

    private GrpcBackend() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerServiceDefinition.builder(SERVICE)
                        .addMethod(GREET, ServerCalls.asyncUnaryCall(GrpcBackend::greet))
                        .addMethod(REFUSE, ServerCalls.asyncUnaryCall(GrpcBackend::refuse))
                        .addMethod(COUNT, ServerCalls.asyncServerStreamingCall(GrpcBackend::count))
                        .addMethod(COLLECT, ServerCalls.asyncClientStreamingCall(GrpcBackend::collect))
                        .addMethod(CHAT, ServerCalls.asyncBidiStreamingCall(GrpcBackend::chat))
                        .addMethod(HANG, ServerCalls.asyncUnaryCall(this::hang))
                        .build())
                .build()
                .start();
    }

    static GrpcBackend start() {
        try {
            return new GrpcBackend();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getPort();
    }

    private static void greet(String name, StreamObserver<String> answers) {
        answers.onNext("hello " + name);
        answers.onCompleted();
    }

    private static void refuse(String why, StreamObserver<String> answers) {
        Metadata trailers = new Metadata();
        trailers.put(HINT, "ask later");
        trailers.put(DETAIL, new byte[] {0, 1, -1});
        answers.onError(Status.RESOURCE_EXHAUSTED.withDescription(why).asRuntimeException(trailers));
    }

    private static void count(String to, StreamObserver<String> answers) {
        for (int i = 1; i <= Integer.parseInt(to); i++) {
            answers.onNext(Integer.toString(i));
        }
        answers.onCompleted();
    }

    private static StreamObserver<String> collect(StreamObserver<String> answers) {
        StringBuilder all = new StringBuilder();
        return new Listening(all::append, answers) {
            @Override
            public void onCompleted() {
                answers.onNext(all.toString());
                answers.onCompleted();
            }
        };
    }

    /// Each message is answered before the next one comes.
    private static StreamObserver<String> chat(StreamObserver<String> answers) {
        return new Listening(text -> answers.onNext("re: " + text), answers);
    }

    private void hang(String which, StreamObserver<String> never) {
        Context.current().addListener(_ -> cancelled.add(which), Runnable::run);
        hanging.add(which);
    }

    void awaitHanging(String which) {
        Await.until("the server has " + which, () -> hanging.contains(which));
    }

    void awaitCancelled(String which) {
        Await.until("the server hears the end of " + which, () -> cancelled.contains(which));
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
