package dev.tidegate.dns.rfc2136;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.RecordStore;
import dev.tidegate.dns.record.DomainName;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// The records of a name server that takes dynamic updates.
///
/// Source: RFC 2136; RFC 5936 (AXFR); RFC 8945 (TSIG).
public final class NameServerRecords implements RecordStore {

    private static final Integer[] NOT_AS_FOUND = {Rcode.YXDOMAIN, Rcode.YXRRSET, Rcode.NXDOMAIN, Rcode.NXRRSET};

    private final NameServer server;
    private final Identity us;
    private final Conversation conversation;
    private final ZoneReader reader;

    /// `us`: whose ownership records are looked for, where zones cannot be transferred.
    public NameServerRecords(NameServer server, Identity us, Backoff backoff) {
        this.server = requireNonNull(server);
        this.us = requireNonNull(us);
        this.conversation = new Conversation(server, backoff);
        this.reader = new ZoneReader(server, conversation);
    }

    @Override
    public boolean readsWhole() {
        return server.transfers();
    }

    @Override
    public Map<DomainName, NameContent> whole(DomainName zone) throws Failure.Thrown {
        return reader.whole(zone);
    }

    @Override
    public Map<DomainName, NameContent> names(DomainName zone, Set<DomainName> names) throws Failure.Thrown {
        return reader.names(zone, names, us);
    }

    @Override
    public Outcome make(NameChange change) {
        try {
            Message answer = conversation.ask(Transaction.of(change), change.zone(), change.name(), NOT_AS_FOUND);
            return answer.getRcode() == Rcode.NOERROR
                    ? new Outcome.Made(change)
                    : new Outcome.Overtaken(
                            change,
                            server + ", zone " + change.zone() + ", name " + change.name() + ": it says "
                                    + Rcode.string(answer.getRcode()) + " (expected: the name as it was found)");
        } catch (Failure.Thrown failed) {
            return new Outcome.Failed(change, failed.failure());
        }
    }

    @Override
    public String describe() {
        return server.toString();
    }
}
