package dev.tidegate.controller.process;

/// The controller cannot start here: a port is taken, an engine does not load. One line, made for people.
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
