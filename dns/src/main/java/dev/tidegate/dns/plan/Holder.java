package dev.tidegate.dns.plan;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipText;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import java.util.List;

/// Who holds the records of one name and type.
///
/// Source: external-dns, `registry/txt`: the ownership record of today's name counts before that of older versions,
/// which never encrypted.
sealed interface Holder {

    /// There is neither a record nor an ownership record.
    record Nobody() implements Holder {}

    record Us() implements Holder {}

    /// There are records, and nothing that says whose.
    record Unmarked() implements Holder {}

    record Another(OwnershipText text) implements Holder {}

    record Unreadable() implements Holder {}

    static Holder of(ZoneContent found, Identity us, DomainName name, RecordType type) {
        List<DomainName> places = us.names().namesToRead(name, type);
        for (DomainName place : places) {
            boolean current = place.equals(places.getFirst());
            boolean ours = false;
            for (String text : found.at(place).texts()) {
                switch (OwnershipText.read(text)) {
                    case OwnershipText.Plain(OwnershipText plain) -> {
                        if (!us.owns(plain)) {
                            return new Another(plain);
                        }
                        ours = true;
                    }
                    case OwnershipText.Encrypted _ -> {
                        if (current) {
                            return new Unreadable();
                        }
                    }
                    case OwnershipText.Unrelated _ -> {
                        // somebody's text
                    }
                }
            }
            if (ours) {
                return new Us();
            }
        }
        return found.at(name).sets().containsKey(type) ? new Unmarked() : new Nobody();
    }
}
