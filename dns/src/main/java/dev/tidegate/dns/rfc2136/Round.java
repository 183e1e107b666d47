package dev.tidegate.dns.rfc2136;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.Plan;
import java.util.List;

/// What came of reading, planning and changing once.
///
/// `unread`: zones that could not be read, in which nothing was planned. `outcomes`: of the plan's changes, in order;
/// of those behind a fault that would have met them too there is none. `memory`: with what was withdrawn.
public record Round(Plan plan, List<Failure> unread, List<Outcome> outcomes, Memory memory) {

    public Round {
        requireNonNull(plan);
        unread = List.copyOf(unread);
        outcomes = List.copyOf(outcomes);
        requireNonNull(memory);
    }

    /// Is everything as it ought to be, as far as that may be brought about?
    public boolean settled() {
        return unread.isEmpty() && plan.changes().isEmpty();
    }
}
