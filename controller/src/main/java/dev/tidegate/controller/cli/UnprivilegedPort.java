package dev.tidegate.controller.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Which of two ports to listen on by default: the usual one, or the other where this user may not bind it.
final class UnprivilegedPort {

    private UnprivilegedPort() {}

    /// A port that is merely taken stays the answer: then listening on it says so.
    static int of(String address, int usual, int otherwise) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, usual));
            return usual;
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage()).contains("ermission") ? otherwise : usual;
        }
    }
}
