package dev.tidegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Text as gRPC messages, so that no protocol buffers are needed.
final class TextMessages implements MethodDescriptor.Marshaller<String> {

    @Override
    public InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Override
    public String parse(InputStream message) {
        try {
            return new String(message.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A method of the service `tidegate.Test`.
    static MethodDescriptor<String, String> method(MethodType type, String name) {
        return MethodDescriptor.<String, String>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(GrpcBackend.SERVICE, name))
                .setRequestMarshaller(new TextMessages())
                .setResponseMarshaller(new TextMessages())
                .build();
    }
}
