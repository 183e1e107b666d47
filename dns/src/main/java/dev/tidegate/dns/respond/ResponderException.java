package dev.tidegate.dns.respond;

import java.net.BindException;

/// A port that cannot be listened on. The message is one line, names the flag and the value, and is made for people.
public final class ResponderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int UNPRIVILEGED = 1024;

    private ResponderException(String message, Throwable cause) {
        super(message, cause);
    }

    /// In a pod that runs as nobody in particular, the Service's port leads to another of the pod.
    private static String hint(int port, Throwable cause) {
        return port < UNPRIVILEGED && String.valueOf(cause.getMessage()).contains("ermission")
                ? ", as 8053, to which port 53 of a Service may lead"
                : "";
    }

    static ResponderException of(String transport, int port, Throwable cause) {
        String expected = cause instanceof BindException
                ? "(expected: a free port that this user may bind" + hint(port, cause) + ")"
                : "(" + cause.getMessage() + ")";
        return new ResponderException(
                "--dns-port " + port + ": cannot listen over " + transport + " " + expected, cause);
    }
}
