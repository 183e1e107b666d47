package dev.tidegate.dns.rfc2136;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/// Learns what stands in a zone: as a whole, by a transfer, or at some names, by questions.
///
/// A question is answered from a wildcard where the name itself does not exist. So each name is also asked for with
/// an UPDATE that changes nothing and is refused if the name is not in use (RFC 2136 §2.4.4), which no wildcard
/// answers. Records of other types than ours are learnt from a question for any type, which a server may answer in
/// part (RFC 8482): where CNAMEs are wanted beside such ones, transfers are the better way.
///
/// Threads: any, one zone at a time each; a call blocks.
final class ZoneReader {

    private static final Duration LONGEST_TRANSFER = Duration.ofSeconds(60);
    private static final Set<Integer> PASSED_OVER = Set.of(Type.RRSIG, Type.NSEC, Type.NSEC3, Type.HINFO);

    private final NameServer server;
    private final Conversation conversation;

    ZoneReader(NameServer server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
    }

    /// What stands at each name of the zone at which something stands.
    Map<DomainName, NameContent> whole(DomainName zone) throws Failure.Thrown {
        asAuthority(zone);
        InetSocketAddress address = server.resolved()
                .orElseThrow(() -> new Failure.Thrown(conversation.failure(Fault.UNREACHABLE, "", zone, zone, false)));
        try {
            ZoneTransferIn transfer = ZoneTransferIn.newAXFR(
                    Wire.name(zone), address, server.key().map(TsigKey::signer).orElse(null));
            transfer.setTimeout(LONGEST_TRANSFER);
            transfer.run();
            return content(transfer.getAXFR());
        } catch (ZoneTransferException refused) {
            String code = String.valueOf(refused.getMessage());
            Fault fault =
                    code.contains("REFUSED") ? Fault.REFUSED : code.contains("NOTAUTH") ? Fault.NOTAUTH : Fault.OTHER;
            Failure failure = conversation.failure(fault, code, zone, zone, false);
            throw new Failure.Thrown(new Failure(zone, fault, failure.message() + ", to transfer the zone"));
        } catch (IOException broken) {
            throw new Failure.Thrown(conversation.failure(Fault.UNREACHABLE, "", zone, zone, false));
        }
    }

    /// A key that is not known, or a server that has not the zone, says so here in its own words.
    private void asAuthority(DomainName zone) throws Failure.Thrown {
        Message answer = ask(Wire.name(zone), Type.SOA, zone, zone);
        if (!answer.getHeader().getFlag(Flags.AA)
                || answer.getSection(Section.ANSWER).isEmpty()) {
            throw new Failure.Thrown(conversation.failure(Fault.NOTAUTH, "", zone, zone, false));
        }
    }

    /// What stands at these names and at the places of their ownership records; those names are all in the answer.
    Map<DomainName, NameContent> names(DomainName zone, Collection<DomainName> names, Identity us)
            throws Failure.Thrown {
        asAuthority(zone);
        Map<DomainName, NameContent> found = new TreeMap<>();
        for (DomainName name : names) {
            found.put(name, name(zone, name));
            for (RecordType type : RecordType.values()) {
                for (DomainName place : us.names().namesToRead(name, type)) {
                    if (place.within(zone) && !found.containsKey(place)) {
                        found.put(place, name(zone, place));
                    }
                }
            }
        }
        return found;
    }

    private NameContent name(DomainName zone, DomainName name) throws Failure.Thrown {
        if (!inUse(zone, name)) {
            return NameContent.NOTHING;
        }
        List<Record> records = new ArrayList<>();
        for (int type : new int[] {Type.A, Type.AAAA, Type.TXT, Type.ANY}) {
            Message answer = ask(Wire.name(name), type, zone, name);
            answer.getSection(Section.ANSWER).stream()
                    .filter(record -> record.getName().equals(Wire.name(name)) && !records.contains(record))
                    .forEach(records::add);
        }
        NameContent content = content(records).getOrDefault(name, NameContent.NOTHING);
        return content.isEmpty() ? new NameContent(Map.of(), List.of(), true) : content;
    }

    private boolean inUse(DomainName zone, DomainName name) throws Failure.Thrown {
        Update question = new Update(Wire.name(zone));
        question.present(Wire.name(name));
        return conversation.ask(question, zone, name, Rcode.NXDOMAIN).getRcode() == Rcode.NOERROR;
    }

    private Message ask(Name name, int type, DomainName zone, DomainName about) throws Failure.Thrown {
        return conversation.ask(Message.newQuery(Record.newRecord(name, type, DClass.IN)), zone, about, Rcode.NXDOMAIN);
    }

    private static Map<DomainName, NameContent> content(List<Record> records) {
        Map<DomainName, List<Record>> byName = new HashMap<>();
        for (Record record : records) {
            Wire.name(record.getName())
                    .ifPresent(name ->
                            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(record));
        }
        Map<DomainName, NameContent> content = new TreeMap<>();
        byName.forEach((name, there) -> content.put(name, content(name, there)));
        return content;
    }

    private static NameContent content(DomainName name, List<Record> records) {
        Map<RecordType, Set<String>> values = new EnumMap<>(RecordType.class);
        Map<RecordType, Duration> ttls = new EnumMap<>(RecordType.class);
        Set<String> texts = new TreeSet<>();
        boolean others = false;
        for (Record record : records) {
            if (record instanceof TXTRecord text) {
                texts.add(Wire.text(text));
            } else if (Wire.type(record).isPresent()) {
                RecordType type = Wire.type(record).get();
                values.computeIfAbsent(type, _ -> new TreeSet<>()).add(Wire.value(record));
                ttls.put(type, Duration.ofSeconds(record.getTTL()));
            } else if (!PASSED_OVER.contains(record.getType())) {
                others = true;
            }
        }
        Map<RecordType, RecordSet> sets = new EnumMap<>(RecordType.class);
        values.forEach((type, some) ->
                sets.put(type, new RecordSet(name, type, ttls.getOrDefault(type, Duration.ZERO), List.copyOf(some))));
        return new NameContent(sets, List.copyOf(texts), others);
    }
}
