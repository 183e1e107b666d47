package dev.tidegate.dns.respond;

import dev.tidegate.dns.zone.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// The bytes of an answer. RA and AD are never set: nobody is asked, and nothing is signed.
///
/// Source: RFC 1035 §4.1.1 (header), RFC 2181 §9 (TC), RFC 6891 §6.1.3 (extended codes) and §7 (OPT only for OPT).
final class OutgoingMessage {

    private static final int EXTENDED = 4;

    private final Query.Asked asked;
    private final Reply reply;
    private final @Nullable OPTRecord opt;

    /// `opt`: ours, if it is to carry one; its extended code is set here.
    OutgoingMessage(Query.Asked asked, Reply reply, @Nullable OPTRecord opt) {
        this.asked = asked;
        this.reply = reply;
        this.opt = opt;
    }

    /// Just the code, for who sent what cannot be answered: as long as the shortest question.
    static byte[] refusal(Query.Refused refused) {
        Header header = new Header(refused.id());
        header.setOpcode(refused.opcode());
        header.setFlag(Flags.QR);
        set(header, Flags.RD, refused.recursionDesired());
        header.setRcode(refused.rcode());
        return header.toWire();
    }

    /// Whole if it fits, or without what is a courtesy, or else truncated: with nothing but the question, as half a
    /// set must not be believed anyhow.
    byte[] within(int limit) {
        byte[] whole = wire(reply.additional(), false);
        if (whole.length > limit) {
            whole = wire(List.of(), false);
        }
        return whole.length > limit ? truncated() : whole;
    }

    byte[] truncated() {
        return wire(List.of(), true);
    }

    /// Does it say TC?
    static boolean truncated(byte[] wire) {
        return (wire[2] & 0x02) != 0;
    }

    private byte[] wire(List<Record> additional, boolean truncated) {
        Message message = new Message(asked.id());
        Header header = message.getHeader();
        header.setOpcode(Opcode.QUERY);
        header.setFlag(Flags.QR);
        set(header, Flags.AA, reply.authoritative());
        set(header, Flags.TC, truncated);
        set(header, Flags.RD, asked.recursionDesired());
        header.setRcode(reply.rcode() & 0xf);
        message.addRecord(asked.question(), Section.QUESTION);
        if (!truncated) {
            reply.answers().forEach(record -> message.addRecord(record, Section.ANSWER));
            reply.authority().forEach(record -> message.addRecord(record, Section.AUTHORITY));
            additional.forEach(record -> message.addRecord(record, Section.ADDITIONAL));
        }
        if (opt != null) {
            message.addRecord(extended(opt), Section.ADDITIONAL);
        }
        return message.toWire();
    }

    private OPTRecord extended(OPTRecord plain) {
        return reply.rcode() <= Rcode.BADVERS - 1
                ? plain
                : new OPTRecord(
                        plain.getPayloadSize(),
                        reply.rcode() >> EXTENDED,
                        plain.getVersion(),
                        plain.getFlags(),
                        plain.getOptions());
    }

    private static void set(Header header, int flag, boolean value) {
        if (value) {
            header.setFlag(flag);
        }
    }
}
