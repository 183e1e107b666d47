package dev.tidegate.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// A client that takes any certificate and says which it was given. Each connection is a full handshake.
///
/// `protocols`: what it offers. `inHandshake`: is run when it has the server's certificate and has not answered yet.
record TlsClient(List<String> protocols, Runnable inHandshake) {

    private static final int PATIENCE_MS = 10_000;

    TlsClient {
        protocols = List.copyOf(protocols);
    }

    static TlsClient speaking(String... protocols) {
        return new TlsClient(List.of(protocols), () -> {});
    }

    TlsClient during(Runnable inHandshake) {
        return new TlsClient(protocols, inHandshake);
    }

    /// Shape: the name to indicate, or null for none → the leaf it was presented, after one byte went there and back.
    X509Certificate connect(TlsServer server, @Nullable String serverName)
            throws IOException, GeneralSecurityException {
        return connect(server, serverName, TlsProfile.INTERMEDIATE.cipherSuites());
    }

    X509Certificate connect(TlsServer server, @Nullable String serverName, List<String> cipherSuites)
            throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.setSSLParameters(parameters(serverName, cipherSuites));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), PATIENCE_MS);
            socket.getOutputStream().write('x');
            if (socket.getInputStream().read() != 'x') {
                throw new IOException("the server did not echo");
            }
            return leaf(socket);
        }
    }

    private SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll(inHandshake)}, null);
        return context;
    }

    private SSLParameters parameters(@Nullable String serverName, List<String> cipherSuites) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        parameters.setCipherSuites(cipherSuites.toArray(String[]::new));
        parameters.setServerNames(serverName == null ? List.of() : List.of(new SNIHostName(serverName)));
        return parameters;
    }

    private static X509Certificate leaf(SSLSocket socket) throws SSLPeerUnverifiedException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
}
