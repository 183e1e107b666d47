package dev.tidegate.controller.doctor;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What one check says. `check`: its name, which never changes. `found`: one line. `details`: what it rests on.
/// `means`: what follows from it here, and `remedy`, what to do; both empty where all is well.
public record Finding(String check, Level level, String found, List<String> details, String means, String remedy) {
    public Finding {
        requireNonNull(check);
        requireNonNull(level);
        requireNonNull(found);
        details = List.copyOf(details);
        requireNonNull(means);
        requireNonNull(remedy);
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Level.OK, found, List.of(), "", "");
    }

    static Finding warn(String check, String found, String means, String remedy) {
        return new Finding(check, Level.WARN, found, List.of(), means, remedy);
    }

    static Finding fail(String check, String found, String means, String remedy) {
        return new Finding(check, Level.FAIL, found, List.of(), means, remedy);
    }

    Finding resting(List<String> details) {
        return new Finding(check, level, found, details, means, remedy);
    }
}
