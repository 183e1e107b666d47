package dev.tidegate.dns.publish;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.record.DomainName;
import java.util.Map;
import java.util.Set;

/// Where records stand and are changed: a name server, or objects that another program makes records of.
///
/// Threads: one reads at a time; several make changes at a time, each of another name. Calls block, and end soon
/// after an interrupt.
public interface RecordStore {

    /// Can zones be read as a whole?
    boolean readsWhole();

    /// What stands at each name of the zone at which something stands; for stores that read zones as a whole.
    Map<DomainName, NameContent> whole(DomainName zone) throws Failure.Thrown;

    /// What stands at these names, and at the places of their ownership records; those names are all in the answer.
    Map<DomainName, NameContent> names(DomainName zone, Set<DomainName> names) throws Failure.Thrown;

    /// Makes one change, if the name still is as it was found. Fails: never; what went wrong is the outcome.
    Outcome make(NameChange change);

    /// For people: `server 192.0.2.53 port 53`.
    String describe();
}
