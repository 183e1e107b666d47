package dev.tidegate.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/// A client's trust in any server, for tests that look at what they were shown by themselves.
///
/// The JDK still holds the certificate to the algorithms that it allows, and its name to the host where the
/// connection asks for that. `inHandshake`: is run when the client has the server's certificate and has not
/// answered yet.
public record TrustAll(Runnable inHandshake) implements X509TrustManager {

    public TrustAll() {
        this(() -> {});
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        inHandshake.run();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
