package dev.tidegate.dns.zone;

import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/// What is answered to a question: a code (`org.xbill.DNS.Rcode`), and the records of three sections.
///
/// `additional` is a courtesy: an answer that does not fit is told without it before it is truncated.
public record Reply(
        int rcode, boolean authoritative, List<Record> answers, List<Record> authority, List<Record> additional) {

    public Reply {
        answers = List.copyOf(answers);
        authority = List.copyOf(authority);
        additional = List.copyOf(additional);
    }

    /// Nothing is known of what was asked.
    static Reply error(int rcode) {
        return new Reply(rcode, false, List.of(), List.of(), List.of());
    }

    static Reply denial(int rcode, List<Record> aliases, SOARecord soa) {
        return new Reply(rcode, true, aliases, List.of(soa), List.of());
    }
}
