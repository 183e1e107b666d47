package dev.tidegate.dns.plan;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One name's way from what was found to what is to be; made as a whole or not at all, and only if it still is as it
/// was found.
///
/// `alone`: nothing of whatever type was found at the name. `before`, `after`: the sets there. `textsBefore`,
/// `textsAfter`: all TXT records of each name at which ownership records are written or taken away, those of others
/// among them.
public record NameChange(
        DomainName name,
        DomainName zone,
        boolean alone,
        Map<RecordType, RecordSet> before,
        Map<RecordType, RecordSet> after,
        SortedMap<DomainName, List<String>> textsBefore,
        SortedMap<DomainName, List<String>> textsAfter) {

    public NameChange {
        requireNonNull(name);
        requireNonNull(zone);
        before = copy(before);
        after = copy(after);
        textsBefore = Collections.unmodifiableSortedMap(new TreeMap<>(textsBefore));
        textsAfter = Collections.unmodifiableSortedMap(new TreeMap<>(textsAfter));
    }

    private static Map<RecordType, RecordSet> copy(Map<RecordType, RecordSet> sets) {
        EnumMap<RecordType, RecordSet> copy = new EnumMap<>(RecordType.class);
        copy.putAll(sets);
        return Collections.unmodifiableMap(copy);
    }

    public enum Kind {
        CREATE,
        UPDATE,
        WITHDRAW
    }

    public Kind kind() {
        if (after.isEmpty()) {
            return Kind.WITHDRAW;
        }
        return before.isEmpty() ? Kind.CREATE : Kind.UPDATE;
    }

    /// Does a type go without another coming in its place? A CNAME and addresses take each other's.
    public boolean removes() {
        boolean successors =
                !after.isEmpty() && before.containsKey(RecordType.CNAME) != after.containsKey(RecordType.CNAME);
        return !successors && !after.keySet().containsAll(before.keySet());
    }

    /// Is there to be nothing of whatever type at the name, for it to be made? For an alias that is new.
    public boolean needsBareName() {
        return alone && after.containsKey(RecordType.CNAME);
    }

    boolean changesNothing() {
        return before.equals(after) && textsBefore.equals(textsAfter);
    }
}
