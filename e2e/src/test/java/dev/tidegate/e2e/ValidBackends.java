package dev.tidegate.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which backends may answer for a route, as time passes.
///
/// From the moment an edit is written until it is seen to be served, both the old and the new ones may.
final class ValidBackends {

    private record Period(long fromNs, Set<String> names) {}

    private final List<Period> periods = new ArrayList<>();
    private Set<String> current;

    ValidBackends(Set<String> names) {
        current = names;
        periods.add(new Period(System.nanoTime(), names));
    }

    static ValidBackends of(String... names) {
        return new ValidBackends(Set.of(names));
    }

    /// An edit is about to be written.
    synchronized void changing(Set<String> next) {
        Set<String> both = new TreeSet<>(current);
        both.addAll(next);
        current = next;
        periods.add(new Period(System.nanoTime(), both));
    }

    /// The edit was seen to be served.
    synchronized void changed() {
        periods.add(new Period(System.nanoTime(), current));
    }

    /// All that were valid at some moment between the two.
    synchronized Set<String> during(long beginNs, long endNs) {
        Set<String> valid = new TreeSet<>();
        for (int i = periods.size() - 1; i >= 0; i--) {
            Period period = periods.get(i);
            if (period.fromNs() - endNs <= 0) {
                valid.addAll(period.names());
            }
            if (period.fromNs() - beginNs <= 0) {
                break;
            }
        }
        return valid;
    }
}
