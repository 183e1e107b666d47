package dev.tidegate.controller.records;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which names are wished for anew or otherwise than before, so that a new host does not wait behind ten thousand old
/// ones that are still to be made.
///
/// Threads: one.
final class FreshNames {

    private final Map<DomainName, Integer> wish = new HashMap<>();
    private int wishes;

    /// `before`: null at the start of the process, when all are as old as each other.
    void wished(@Nullable WantedRecords before, WantedRecords now) {
        wishes++;
        wish.keySet().retainAll(now.names().keySet());
        if (before != null) {
            now.names().forEach((name, wanted) -> {
                if (!wanted.equals(before.names().get(name))) {
                    wish.put(name, wishes);
                }
            });
        }
    }

    /// Everything is as it ought to be.
    void settled() {
        wish.clear();
    }

    /// The freshest first.
    Comparator<DomainName> first() {
        return Comparator.comparingInt(name -> -wish.getOrDefault(name, 0));
    }
}
