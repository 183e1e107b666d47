package dev.tidegate.dns.plan;

import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What stands at one name.
///
/// `sets`: A, AAAA and CNAME. `texts`: its TXT records, each with its strings joined; sorted. `others`: whether there
/// are records of other types, an apex's SOA and NS among them.
public record NameContent(Map<RecordType, RecordSet> sets, List<String> texts, boolean others) {

    public static final NameContent NOTHING = new NameContent(Map.of(), List.of(), false);

    public NameContent {
        EnumMap<RecordType, RecordSet> byType = new EnumMap<>(RecordType.class);
        byType.putAll(sets);
        sets = Collections.unmodifiableMap(byType);
        texts = texts.stream().sorted().distinct().toList();
    }

    NameContent withSetsOf(NameContent other) {
        return new NameContent(other.sets, texts, others);
    }

    NameContent withTextsOf(NameContent other) {
        return new NameContent(sets, other.texts, others);
    }

    public boolean isEmpty() {
        return sets.isEmpty() && texts.isEmpty() && !others;
    }
}
