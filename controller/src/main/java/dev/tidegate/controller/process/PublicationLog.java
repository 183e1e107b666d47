package dev.tidegate.controller.process;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line for each table, but not for those in which nothing but some of many awaited certificates came: at a start
/// with ten thousand these are hundreds.
///
/// Threads: one at a time.
final class PublicationLog {

    private static final Logger log = LoggerFactory.getLogger(PublicationLog.class);

    private int awaitedBefore;

    void tell(Publication publication) {
        RoutingTable table = publication.table();
        int awaited = publication.certificates().awaited().size();
        boolean onTheWay = awaited > 0 && awaited < awaitedBefore;
        awaitedBefore = awaited;
        if (!onTheWay) {
            log.info(
                    "table {} serves: {} hosts, {} backends, {} certificates{}",
                    table.provenance().generation(),
                    table.hosts().size(),
                    table.backends().size(),
                    publication.certificates().byHost().size(),
                    awaited == 0 ? "" : ", and reads those of " + awaited + " hosts");
        }
    }
}
