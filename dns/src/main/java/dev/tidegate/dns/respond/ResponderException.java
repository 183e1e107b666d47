package dev.tidegate.dns.respond;

import java.net.BindException;

/// A port that cannot be listened on. The message is one line, names the flag and the value, and is made for people.
public final class ResponderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ResponderException(String message, Throwable cause) {
        super(message, cause);
    }

    static ResponderException of(String transport, int port, Throwable cause) {
        String expected = cause instanceof BindException
                ? "(expected: a free port that this user may bind)"
                : "(" + cause.getMessage() + ")";
        return new ResponderException(
                "--dns-port " + port + ": cannot listen over " + transport + " " + expected, cause);
    }
}
