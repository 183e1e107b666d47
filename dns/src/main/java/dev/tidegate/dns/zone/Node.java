package dev.tidegate.dns.zone;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What stands at one name, by type. With nothing it is an empty non-terminal: there is something below it, so it
/// exists.
///
/// Source: RFC 4592 §2.2.2 and RFC 8020 (empty non-terminals), RFC 1034 §3.6.2 (nothing beside a CNAME).
///
/// `known`: is it known what stands there?
record Node(Map<Integer, List<Record>> sets, boolean known) {

    static final Node EMPTY = new Node(Map.of(), true);

    /// There is such a name, and nobody knows yet what stands there.
    static final Node UNKNOWN = new Node(Map.of(), false);

    /// An alias is dropped where it has company, and of several aliases the first in order stays: what a server may
    /// not say is not said, and addresses are worth more.
    static Node of(List<Record> records) {
        Map<Integer, List<Record>> sets = records.stream()
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(Record::getType, Collectors.toUnmodifiableList()));
        List<Record> aliases = sets.get(Type.CNAME);
        if (aliases != null && sets.size() > 1) {
            sets.remove(Type.CNAME);
        } else if (aliases != null) {
            sets.put(Type.CNAME, List.of(aliases.getFirst()));
        }
        return new Node(Map.copyOf(sets), true);
    }

    long records() {
        return sets.values().stream().mapToLong(List::size).sum();
    }

    List<Record> set(int type) {
        return type == Type.ANY ? one() : sets.getOrDefault(type, List.of());
    }

    /// One set and no more, which is all that "any" has to bring (RFC 8482 §4.1): an address if there is one.
    private List<Record> one() {
        return Stream.concat(
                        Stream.of(Type.A, Type.AAAA, Type.CNAME),
                        sets.keySet().stream().sorted())
                .map(type -> sets.getOrDefault(type, List.of()))
                .filter(set -> !set.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
