package dev.tidegate.controller.process;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line for each table, but not for those with which some of many awaited certificates came: at a start with ten
/// thousand these are hundreds.
///
/// Threads: one at a time.
final class PublicationLog {

    private static final Logger log = LoggerFactory.getLogger(PublicationLog.class);

    private int awaitedBefore;

    void tell(Publication publication) {
        line(publication, awaitedBefore).ifPresent(log::info);
        awaitedBefore = awaited(publication);
    }

    /// Shape: a publication, and how many certificates the one before awaited → what to say of it, if anything.
    static Optional<String> line(Publication publication, int awaitedBefore) {
        int awaited = awaited(publication);
        boolean onTheWay = awaited > 0 && awaited < awaitedBefore;
        return onTheWay ? Optional.empty() : Optional.of(text(publication, awaited));
    }

    private static String text(Publication publication, int awaited) {
        RoutingTable table = publication.table();
        return "table " + table.provenance().generation() + " serves: "
                + table.hosts().size() + " hosts, "
                + table.backends().size() + " backends, "
                + publication.certificates().byHost().size() + " certificates"
                + (awaited == 0 ? "" : ", and reads those of " + awaited + " hosts");
    }

    private static int awaited(Publication publication) {
        return publication.certificates().awaited().size();
    }
}
