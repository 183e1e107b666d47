package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Whether the process is alive, and whether traffic may come: everything that must hold before the first request,
/// and that it is not about to leave.
///
/// Threads: any.
public final class Health {

    /// `unmet` is what a person reads while it does not hold.
    public record Condition(String unmet, BooleanSupplier holds) {
        public Condition {
            requireNonNull(unmet);
            requireNonNull(holds);
        }
    }

    private final List<Condition> conditions;
    private volatile boolean stopping;

    public Health(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /// What keeps it from being ready; empty if it is.
    public List<String> missing() {
        return Stream.concat(
                        stopping ? Stream.of("stopping") : Stream.empty(),
                        conditions.stream()
                                .filter(condition -> !condition.holds().getAsBoolean())
                                .map(Condition::unmet))
                .toList();
    }

    public boolean alive() {
        return !stopping;
    }

    /// From here on it is neither ready nor alive, so nobody sends it traffic or waits for it.
    public void stop() {
        stopping = true;
    }
}
