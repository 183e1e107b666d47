package dev.tidegate.e2e;

import dev.tidegate.tls.TestAuthority;
import dev.tidegate.tls.TrustAll;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// A client's side of TLS: whom it trusts, and what it is shown.
public final class TlsTrust {

    /// Of a subject alternative name (RFC 5280 §4.2.1.6).
    private static final Integer DNS_NAME = 2;

    private final SSLContext context;

    private final boolean verifies;

    private TlsTrust(TrustManager[] trust, boolean verifies) {
        this.verifies = verifies;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static TlsTrust in(TestAuthority authority) {
        return new TlsTrust(authority.trust().getTrustManagers(), true);
    }

    /// For a client that looks at what it was shown by itself.
    public static TlsTrust inAnyone() {
        return new TlsTrust(new TrustManager[] {new TrustAll()}, false);
    }

    public SSLSocket handshake(Socket connected, String host) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(connected, host, connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setEndpointIdentificationAlgorithm(verifies ? "HTTPS" : null);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /// The DNS names of the certificate that was shown.
    public static List<String> dnsNames(SSLSocket socket) throws SSLPeerUnverifiedException {
        X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        try {
            Collection<List<?>> names = shown.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0).equals(DNS_NAME))
                            .map(name -> (String) name.get(1))
                            .toList();
        } catch (CertificateParsingException broken) {
            throw new AssertionError(broken);
        }
    }

    /// The serial number of the certificate that a new handshake is shown.
    public BigInteger serial(int port, String host) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            plain.setSoTimeout((int) Await.BOUND.toMillis());
            try (SSLSocket socket = handshake(plain, host)) {
                return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
            }
        }
    }
}
