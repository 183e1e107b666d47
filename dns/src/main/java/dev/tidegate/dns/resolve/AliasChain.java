package dev.tidegate.dns.resolve;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/// Reads one answer: follows the aliases that stand in it from the name that was asked for, and believes only records
/// of the names on that way.
///
/// Source: RFC 1034 §3.6.2 (CNAME), RFC 2308 §2 and §5 (what is denied, and for how long), RFC 2181 §5.4.1 (no record
/// beside the question is believed).
final class AliasChain {

    /// Aliases of one name, in one answer or over several.
    static final int LONGEST = 16;

    /// Where the aliases lead.
    sealed interface End {
        /// The least of the times to live on the way.
        Duration ttl();

        record Addresses(List<String> addresses, Duration ttl) implements End {
            public Addresses {
                addresses = List.copyOf(addresses);
            }
        }

        /// To a name about which this answer says nothing: it is to be asked for. `aliases`: how many led to it.
        record Elsewhere(Name name, int aliases, Duration ttl) implements End {}

        record Nothing(Absence absence, Duration ttl) implements End {}

        record Endless(Duration ttl) implements End {}
    }

    private static final Duration LONGEST_TTL = Duration.ofDays(7);

    private final List<Record> answers;
    private final Message message;
    private final int type;

    private AliasChain(Message message, int type) {
        this.answers = message.getSection(Section.ANSWER);
        this.message = message;
        this.type = type;
    }

    /// Shape: an answer with NOERROR or NXDOMAIN, the name and the type of record that were asked for → its end.
    static End follow(Message message, Name asked, int type) {
        return new AliasChain(message, type).follow(asked);
    }

    private End follow(Name asked) {
        Name name = asked;
        Duration ttl = LONGEST_TTL;
        for (int aliases = 0; aliases <= LONGEST; aliases++) {
            List<String> addresses = new ArrayList<>();
            CNAMERecord alias = null;
            for (Record answer : answers) {
                if (answer.getName().equals(name)) {
                    if (answer instanceof CNAMERecord cname) {
                        alias = cname;
                        ttl = lesser(ttl, answer.getTTL());
                    } else if (answer.getType() == type) {
                        addresses.add(address(answer));
                        ttl = lesser(ttl, answer.getTTL());
                    }
                }
            }
            if (!addresses.isEmpty()) {
                return new End.Addresses(addresses, ttl);
            }
            if (alias == null) {
                return end(name, aliases, ttl);
            }
            name = alias.getTarget();
        }
        return new End.Endless(ttl);
    }

    private End end(Name name, int aliases, Duration ttl) {
        if (message.getRcode() == Rcode.NXDOMAIN) {
            return new End.Nothing(Absence.NO_SUCH_NAME, negative(ttl));
        }
        boolean denied = message.getSection(Section.AUTHORITY).stream().anyMatch(SOARecord.class::isInstance);
        return aliases == 0 || denied
                ? new End.Nothing(Absence.NO_ADDRESS, negative(ttl))
                : new End.Elsewhere(name, aliases, ttl);
    }

    /// The lesser of the SOA's own time and its `MINIMUM`; without one the denial is not to be kept.
    private Duration negative(Duration ttl) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .map(soa -> lesser(ttl, Math.min(soa.getTTL(), soa.getMinimum())))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration lesser(Duration ttl, long seconds) {
        Duration other = Duration.ofSeconds(seconds);
        return other.compareTo(ttl) < 0 ? other : ttl;
    }

    private static String address(Record answer) {
        InetAddress address = answer instanceof AAAARecord six ? six.getAddress() : ((ARecord) answer).getAddress();
        return address.getHostAddress();
    }
}
