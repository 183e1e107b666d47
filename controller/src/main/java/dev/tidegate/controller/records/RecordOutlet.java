package dev.tidegate.controller.records;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import java.util.Set;

/// Someone who brings wanted records about: a publisher, or a responder.
public interface RecordOutlet {

    /// Told once something is live, and whenever what is wanted has changed or names have departed.
    ///
    /// `departed`: names that were seen deleted since it was told last, and that nobody claims.
    ///
    /// Threads: one at a time; must not block for long.
    void onWanted(WantedRecords wanted, Set<DomainName> departed);
}
