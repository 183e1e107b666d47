package dev.tidegate.tls;

/// A server on loopback that shakes hands and then echoes what it is sent.
interface TlsServer extends AutoCloseable {

    int port();

    @Override
    void close();
}
