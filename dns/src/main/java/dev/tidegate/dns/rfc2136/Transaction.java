package dev.tidegate.dns.rfc2136;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/// One name's change as one UPDATE, which the server makes as a whole or not at all.
///
/// Its prerequisites are all that the change goes by: the sets at the name and the ownership records, each with just
/// these values, and that none is where none was found. So of two that have found the same, the second to come finds
/// it changed, and changes nothing.
///
/// Source: RFC 2136 §2.4 (prerequisites), §2.5 (updates), §3.4 (in which order).
final class Transaction {

    private Transaction() {}

    static Update of(NameChange change) {
        Update update = new Update(Wire.name(change.zone()));
        Name name = Wire.name(change.name());
        if (change.needsBareName()) {
            update.absent(name);
        } else {
            for (RecordType type : RecordType.values()) {
                found(update, name, type, change.before().get(type));
            }
        }
        change.textsBefore().forEach((place, texts) -> found(update, place, texts, change));
        change.before().values().forEach(set -> takeAway(update, change, set));
        change.textsBefore().forEach((place, texts) -> takeAway(update, change, place, texts));
        change.after().values().forEach(set -> put(update, change, set));
        change.textsAfter().forEach((place, texts) -> put(update, change, place, texts));
        return update;
    }

    private static void found(Update update, Name name, RecordType type, @Nullable RecordSet set) {
        if (set == null) {
            update.absent(name, Wire.type(type));
        } else {
            Wire.records(set, 0).forEach(update::present);
        }
    }

    /// An ownership record beside a CNAME would be passed over in silence (RFC 2136 §3.4.2.2).
    private static void found(Update update, DomainName place, List<String> texts, NameChange change) {
        Name name = Wire.name(place);
        boolean itself = place.equals(change.name());
        if (texts.isEmpty()) {
            if (!(itself && change.needsBareName())) {
                update.absent(name, Type.TXT);
            }
            if (!itself) {
                update.absent(name, Type.CNAME);
            }
        } else {
            texts.forEach(text -> update.present(Wire.text(name, 0, text)));
        }
    }

    private static void takeAway(Update update, NameChange change, RecordSet set) {
        if (!set.equals(change.after().get(set.type()))) {
            update.delete(Wire.name(set.name()), Wire.type(set.type()));
        }
    }

    private static void takeAway(Update update, NameChange change, DomainName place, List<String> texts) {
        List<String> left = change.textsAfter().getOrDefault(place, List.of());
        texts.stream()
                .filter(text -> !left.contains(text))
                .forEach(text -> update.delete(Wire.text(Wire.name(place), 0, text)));
    }

    private static void put(Update update, NameChange change, RecordSet set) {
        if (!set.equals(change.before().get(set.type()))) {
            for (Record record : Wire.records(set, set.ttl().toSeconds())) {
                update.add(record);
            }
        }
    }

    private static void put(Update update, NameChange change, DomainName place, List<String> texts) {
        List<String> there = change.textsBefore().getOrDefault(place, List.of());
        long ttl = change.after().values().stream()
                .mapToLong(set -> set.ttl().toSeconds())
                .min()
                .orElse(0);
        texts.stream()
                .filter(text -> !there.contains(text))
                .forEach(text -> update.add(Wire.text(Wire.name(place), ttl, text)));
    }
}
