package dev.tidegate.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// A [TlsServer] of the JDK's blocking sockets, with a thread for each connection.
record SocketTlsServer(SSLServerSocket listener, ExecutorService threads) implements TlsServer {

    static TlsServer start(SSLContext context) throws IOException {
        SSLServerSocket listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setEnabledProtocols(TlsProfile.INTERMEDIATE.protocols().toArray(String[]::new));
        listener.setEnabledCipherSuites(TlsProfile.INTERMEDIATE.cipherSuites().toArray(String[]::new));
        SocketTlsServer server = new SocketTlsServer(listener, Executors.newVirtualThreadPerTaskExecutor());
        server.threads.execute(server::acceptUntilClosed);
        return server;
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void acceptUntilClosed() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                threads.execute(() -> echo(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket connection) {
        try (connection) {
            connection.getInputStream().transferTo(connection.getOutputStream());
        } catch (IOException clientWentAway) {
            // A client that did not like the handshake says so by leaving; it is the client that asserts.
        }
    }
}
