package dev.tidegate.dns.respond;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// What came in one packet.
///
/// Threads: any; pure. Fails: never, whatever the bytes are.
///
/// Source: RFC 1035 §4.1 (messages), RFC 9619 (one question), RFC 6891 §6.1.1 (one OPT, at the root).
sealed interface Query {

    /// Not to be answered: too short to be a message, or itself an answer, which would be answered for ever.
    record Nonsense() implements Query {}

    /// Answered with a code and nothing else.
    record Refused(int id, int opcode, boolean recursionDesired, int rcode) implements Query {}

    /// A question. `opt`: null if it comes without EDNS.
    record Asked(
            int id,
            boolean recursionDesired,
            Record question,
            @Nullable OPTRecord opt) implements Query {}

    int HEADER_BYTES = 12;

    static Query parse(byte[] packet) {
        if (packet.length < HEADER_BYTES || (packet[2] & 0x80) != 0) {
            return new Nonsense();
        }
        if (opcode(packet) != Opcode.QUERY) {
            return refused(packet, Rcode.NOTIMP);
        }
        if (packet[4] != 0 || packet[5] != 1) {
            return refused(packet, Rcode.FORMERR);
        }
        try {
            return asked(packet);
        } catch (IOException malformed) {
            return refused(packet, Rcode.FORMERR);
        }
    }

    private static Query asked(byte[] packet) throws IOException {
        Message message = new Message(packet);
        List<OPTRecord> opts = message.getSection(Section.ADDITIONAL).stream()
                .filter(OPTRecord.class::isInstance)
                .map(OPTRecord.class::cast)
                .toList();
        Record question = message.getQuestion();
        boolean wellFormed = question != null
                && opts.size() <= 1
                && opts.stream().allMatch(opt -> opt.getName().equals(Name.root));
        return wellFormed
                ? new Asked(
                        message.getHeader().getID(),
                        message.getHeader().getFlag(Flags.RD),
                        question,
                        opts.isEmpty() ? null : opts.getFirst())
                : refused(packet, Rcode.FORMERR);
    }

    private static int opcode(byte[] packet) {
        return (packet[2] >> 3) & 0xf;
    }

    private static Refused refused(byte[] packet, int rcode) {
        int id = (packet[0] & 0xff) << 8 | (packet[1] & 0xff);
        return new Refused(id, opcode(packet), (packet[2] & 1) != 0, rcode);
    }
}
