package dev.tidegate.dns.plan;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A zone in memory: `shop.example.com A 300 192.0.2.1`, `a-shop.example.com TXT heritage=…`, `example.com MX`.
final class Zone {

    private final DomainName zone;
    private final Map<DomainName, NameContent> names = new TreeMap<>();

    Zone(String zone, String... lines) {
        this.zone = DomainName.of(zone);
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            DomainName name = DomainName.of(words[0]);
            switch (words[1]) {
                case "TXT" -> put(name, at(name).sets(), with(at(name).texts(), words[2]), at(name).others());
                case "A", "AAAA", "CNAME" -> {
                    String[] values = words[2].split(" ");
                    RecordSet set = new RecordSet(
                            name,
                            RecordType.valueOf(words[1]),
                            Duration.ofSeconds(Long.parseLong(values[0])),
                            Arrays.stream(values)
                                    .skip(1)
                                    .map(value -> Target.of(value).text())
                                    .toList());
                    Map<RecordType, RecordSet> sets = new EnumMap<>(RecordType.class);
                    sets.putAll(at(name).sets());
                    sets.put(set.type(), set);
                    put(name, sets, at(name).texts(), at(name).others());
                }
                default -> put(name, at(name).sets(), at(name).texts(), true);
            }
        }
    }

    private NameContent at(DomainName name) {
        return names.getOrDefault(name, NameContent.NOTHING);
    }

    private void put(DomainName name, Map<RecordType, RecordSet> sets, List<String> texts, boolean others) {
        NameContent content = new NameContent(sets, texts, others);
        if (content.isEmpty()) {
            names.remove(name);
        } else {
            names.put(name, content);
        }
    }

    private static List<String> with(List<String> texts, String more) {
        List<String> all = new ArrayList<>(texts);
        all.add(more);
        return all;
    }

    ZoneContent content() {
        return ZoneContent.unknown(Set.of(zone)).withWhole(zone, names);
    }

    /// Fails if something is not as the change has found it, as a server would.
    void make(NameChange change) {
        if (!at(change.name()).sets().equals(change.before())
                || (change.needsBareName() && !at(change.name()).isEmpty())) {
            throw new IllegalStateException(change.name() + " is " + at(change.name()) + " (expected: " + change + ")");
        }
        change.textsBefore().forEach((place, texts) -> {
            if (!at(place).texts().equals(texts)) {
                throw new IllegalStateException(place + " is " + at(place) + " (expected: " + texts + ")");
            }
        });
        put(
                change.name(),
                change.after(),
                at(change.name()).texts(),
                at(change.name()).others());
        change.textsAfter()
                .forEach((place, texts) ->
                        put(place, at(place).sets(), texts, at(place).others()));
    }

    /// All records, a line each, in order.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        names.forEach((name, content) -> {
            content.sets()
                    .values()
                    .forEach(set -> lines.add(name + " " + set.type() + " "
                            + set.ttl().toSeconds() + " " + String.join(" ", set.values())));
            content.texts().forEach(text -> lines.add(name + " TXT " + text));
            if (content.others()) {
                lines.add(name + " MX");
            }
        });
        return lines;
    }
}
