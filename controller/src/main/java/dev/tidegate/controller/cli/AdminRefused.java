package dev.tidegate.controller.cli;

/// The admin API could not be asked, or refused; the message is one line.
final class AdminRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdminRefused(String line) {
        super(line);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
