package dev.tidegate.dns.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.ZoneContent;
import java.util.List;

/// What came of reading, planning and changing once.
///
/// `unread`: zones that could not be read, in which nothing was planned. `outcomes`: of the plan's changes that were
/// tried, in order; of those behind a fault that would have met them too there is none. `memory`: with what was
/// withdrawn. `found`: what is known to stand there now, with what was changed.
public record Round(Plan plan, List<Failure> unread, List<Outcome> outcomes, Memory memory, ZoneContent found) {

    public Round {
        requireNonNull(plan);
        unread = List.copyOf(unread);
        outcomes = List.copyOf(outcomes);
        requireNonNull(memory);
        requireNonNull(found);
    }

    /// Is everything as it ought to be, as far as that may be brought about?
    public boolean settled() {
        return unread.isEmpty() && plan.changes().isEmpty();
    }

    /// Were all changes tried that the plan has, and made?
    public boolean made() {
        return unread.isEmpty()
                && outcomes.size() == plan.changes().size()
                && outcomes.stream().allMatch(Outcome.Made.class::isInstance);
    }
}
