package dev.tidegate.controller.process;

import dev.tidegate.gateway.listen.ListenerTls;

/// The TLS engine that was chosen, and in words why.
record Tls(boolean nativeEngine, String text) {

    /// Fails: [StartException] if BoringSSL is demanded and does not load.
    static Tls choose(TlsEngine asked) {
        boolean available = ListenerTls.nativeAvailable();
        return switch (asked) {
            case JDK -> new Tls(false, "the JDK (--tls-engine jdk)");
            case AUTO ->
                available
                        ? new Tls(true, "BoringSSL")
                        : new Tls(false, "the JDK (BoringSSL does not load on this platform)");
            case NATIVE -> {
                if (!available) {
                    throw new StartException("--tls-engine native: BoringSSL does not load on this platform"
                            + " (expected: Linux with glibc on x86_64 or aarch64, or --tls-engine auto)");
                }
                yield new Tls(true, "BoringSSL (--tls-engine native)");
            }
        };
    }
}
