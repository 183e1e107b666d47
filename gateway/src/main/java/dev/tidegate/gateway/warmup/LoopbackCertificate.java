package dev.tidegate.gateway.warmup;

import static java.util.Objects.requireNonNull;

import dev.tidegate.tls.CertificateReading;
import dev.tidegate.tls.PemCertificate;
import dev.tidegate.tls.ServerCertificate;
import java.io.IOException;
import java.io.InputStream;

/// The certificate of the warm-up's listener. Its key is public and worth nothing: the listener is on loopback, and
/// this process alone talks to it. To make one would take longer than the warm-up.
public final class LoopbackCertificate {

    private LoopbackCertificate() {}

    public static ServerCertificate read() throws IOException {
        return switch (PemCertificate.read(bytes("warm-up.crt"), bytes("warm-up.key"))) {
            case CertificateReading.Accepted(var certificate) -> certificate;
            case CertificateReading.Refused(var field, var problem) -> throw new IOException(field + ": " + problem);
        };
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = LoopbackCertificate.class.getResourceAsStream(resource)) {
            return requireNonNull(in, resource).readAllBytes();
        }
    }
}
