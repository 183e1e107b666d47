package dev.tidegate.gateway.listen;

import java.net.BindException;

/// A port that cannot be listened on. The message is one line, names the flag and the value, and is made for people.
public final class ListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    public static ListenException of(String flag, int port, Throwable cause) {
        String expected = cause instanceof BindException
                ? "(expected: a free port that this user may bind)"
                : "(" + cause.getMessage() + ")";
        return new ListenException("--" + flag + " " + port + ": cannot listen " + expected, cause);
    }
}
