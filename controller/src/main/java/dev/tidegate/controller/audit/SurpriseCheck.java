package dev.tidegate.controller.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Looks for one surprising behaviour: what it is called and is, what to try, and who relies on it.
record SurpriseCheck(String id, String behaviour, String check, Function<Estate, Stream<String>> where) {

    Optional<Surprise> in(Estate estate) {
        List<String> found = where.apply(estate).distinct().sorted().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Surprise(id, behaviour, check, found));
    }
}
