package dev.tidegate.dns.zone;

import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Questions and replies as lines: `A shop.example` → `NOERROR shop.example. 60 A 192.0.2.1`.
public final class Told {

    private Told() {}

    public static Reply ask(Zones zones, String question) {
        String[] words = question.split(" ");
        int dclass = words.length > 2 ? DClass.value(words[2]) : DClass.IN;
        return ZoneAnswers.answer(zones, Record.newRecord(Names.absolute(words[1]), Type.value(words[0]), dclass));
    }

    /// The code, the answers, and `+ SOA example.` if a denial says so.
    public static String line(Reply reply) {
        String authority = reply.authority().stream()
                .map(record -> " + " + Type.string(record.getType()) + " " + record.getName())
                .collect(Collectors.joining());
        return Rcode.string(reply.rcode()) + records(reply.answers()) + authority;
    }

    public static String records(List<Record> records) {
        return records.stream()
                .map(record -> " " + record.getName() + " " + record.getTTL() + " " + Type.string(record.getType())
                        + " " + record.rdataToString())
                .collect(Collectors.joining(" |"));
    }
}
