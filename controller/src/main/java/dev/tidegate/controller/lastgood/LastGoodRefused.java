package dev.tidegate.controller.lastgood;

import java.nio.file.Path;

/// A last-good file that cannot be used, in one line for people. The process does without it.
public final class LastGoodRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private LastGoodRefused(String line, Throwable cause) {
        super(line, cause);
    }

    static LastGoodRefused of(Path file, String problem, Throwable cause) {
        return new LastGoodRefused("--last-good " + file + ": " + problem, cause);
    }

    public String line() {
        return String.valueOf(getMessage());
    }
}
