package dev.tidegate.dns.zone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Answers one question with what the zones hold, and asks nobody else.
///
/// Shape: zones and a question → its [Reply]. Names come back in the case in which they were asked for, so that a
/// client that hides a nonce in it (0x20) finds it again.
///
/// | asked | answered |
/// |---|---|
/// | a name and type that exist | the set, with AA; addresses of the targets of NS and SRV beside it |
/// | a name that exists, another type | NOERROR without answer, the SOA as authority |
/// | a name that does not exist | NXDOMAIN, the SOA as authority |
/// | an alias | the alias, and what it leads to as far as it stays within the zones; the code is that of its end |
/// | ANY | one set, by RFC 8482 |
/// | a name in no zone, a class other than IN, AXFR, IXFR | REFUSED |
/// | OPT as a type | FORMERR |
/// | other types that are no data (128 to 254) | NOTIMP |
/// | while nothing is known yet, of the zones or of the name | SERVFAIL |
///
/// A positive answer has no NS records as authority: nobody needs them, and they would only make it longer.
///
/// Threads: any; pure. Fails: never.
///
/// Source: RFC 1034 §4.3.2 (algorithm), RFC 2308 §2 (denials) and §3 (the SOA in them), RFC 4592 (wildcards), RFC 6895
/// §3.1 (types that are no data), RFC 6604 §3 (the code at the end of aliases).
public final class ZoneAnswers {

    /// Aliases of one name that are followed.
    private static final int LONGEST = 8;

    private static final int FIRST_META_TYPE = 128;

    private final Zones zones;
    private final int type;
    private final List<Record> aliases = new ArrayList<>();

    private ZoneAnswers(Zones zones, int type) {
        this.zones = zones;
        this.type = type;
    }

    /// `question`: a name, type and class; a record without data.
    public static Reply answer(Zones zones, Record question) {
        int refusal = refusal(zones, question);
        return refusal == Rcode.NOERROR
                ? new ZoneAnswers(zones, question.getType()).follow(question.getName())
                : Reply.error(refusal);
    }

    private static int refusal(Zones zones, Record question) {
        if (question.getDClass() != DClass.IN) {
            return Rcode.REFUSED;
        }
        int type = question.getType();
        return switch (type) {
            case Type.OPT -> Rcode.FORMERR;
            case Type.AXFR, Type.IXFR -> Rcode.REFUSED;
            case Type.ANY -> known(zones);
            default -> type >= FIRST_META_TYPE && type < Type.ANY ? Rcode.NOTIMP : known(zones);
        };
    }

    private static int known(Zones zones) {
        return zones.known() ? Rcode.NOERROR : Rcode.SERVFAIL;
    }

    private Reply follow(Name asked) {
        Set<Name> seen = new HashSet<>();
        Name name = asked;
        while (seen.add(name) && seen.size() <= LONGEST) {
            Zone zone = zones.of(name);
            if (zone == null) {
                return aliases.isEmpty() ? Reply.error(Rcode.REFUSED) : soFar(List.of());
            }
            Node node = zone.find(name);
            if (node == null) {
                return Reply.denial(Rcode.NXDOMAIN, aliases, zone.soa());
            }
            if (!node.known()) {
                return Reply.error(Rcode.SERVFAIL);
            }
            List<Record> set = node.set(type);
            if (!set.isEmpty()) {
                return soFar(named(set, name));
            }
            CNAMERecord alias = alias(node);
            if (alias == null) {
                return Reply.denial(Rcode.NOERROR, aliases, zone.soa());
            }
            aliases.addAll(named(List.of(alias), name));
            name = alias.getTarget();
        }
        return soFar(List.of());
    }

    private static @Nullable CNAMERecord alias(Node node) {
        List<Record> set = node.set(Type.CNAME);
        return set.isEmpty() ? null : (CNAMERecord) set.getFirst();
    }

    /// Under the name that was asked for: in its case, and instead of a wildcard.
    private static List<Record> named(List<Record> set, Name name) {
        return set.stream().map(record -> record.withName(name)).toList();
    }

    private Reply soFar(List<Record> set) {
        return new Reply(
                Rcode.NOERROR,
                true,
                Stream.concat(aliases.stream(), set.stream()).toList(),
                List.of(),
                set.stream().flatMap(this::addresses).distinct().toList());
    }

    private Stream<Record> addresses(Record record) {
        Name target = record.getAdditionalName();
        Zone zone = target == null ? null : zones.of(target);
        Node node = zone == null ? null : zone.find(target);
        return node == null
                ? Stream.of()
                : Stream.of(Type.A, Type.AAAA).flatMap(family -> named(node.set(family), target).stream());
    }
}
