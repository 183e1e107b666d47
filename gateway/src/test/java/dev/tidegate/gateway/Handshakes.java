package dev.tidegate.gateway;

import dev.tidegate.tls.TrustAll;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// A client's side of handshakes that take whatever certificate is presented.
final class Handshakes {

    private Handshakes() {}

    static SSLSocket handshake(int port, String name, List<String> alpn, String protocol) throws Exception {
        return handshake(port, new byte[0], name, alpn, protocol);
    }

    /// With these bytes before the hello.
    static SSLSocket handshake(int port, byte[] before, String name, List<String> alpn, String protocol)
            throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        Socket below = new Socket();
        below.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) Waiting.BOUND.toMillis());
        below.setSoTimeout((int) Waiting.BOUND.toMillis());
        below.setTcpNoDelay(true);
        for (byte each : before) {
            below.getOutputStream().write(each);
        }
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(below, null, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        if (!name.isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        parameters.setApplicationProtocols(alpn.toArray(String[]::new));
        parameters.setProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    static X509Certificate presented(int port, String name) throws Exception {
        try (SSLSocket socket = handshake(port, name, List.of(), "TLSv1.3")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
