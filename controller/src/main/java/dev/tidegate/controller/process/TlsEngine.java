package dev.tidegate.controller.process;

/// Who does the TLS: BoringSSL if it loads here and else the JDK, or one of them whatever happens.
public enum TlsEngine {
    AUTO,
    NATIVE,
    JDK
}
