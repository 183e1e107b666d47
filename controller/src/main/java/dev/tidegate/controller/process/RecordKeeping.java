package dev.tidegate.controller.process;

import dev.tidegate.controller.admin.RecordMetrics;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.records.Addresses;
import dev.tidegate.controller.records.DesiredRecords;
import dev.tidegate.controller.records.RecordAccount;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.controller.records.RecordPublishing;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.dns.publish.RecordStore;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The publishing of DNS records by a running controller. No condition of readiness: what serves users does not wait
/// for a name server.
final class RecordKeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecordKeeping.class);

    private final RecordOptions options;
    private final String where;
    private final RecordPublishing publishing;
    private final DesiredRecords desired;

    /// `addresses`: what hosts lead to; they must not block.
    RecordKeeping(
            RecordOptions options,
            RecordStore store,
            Leadership leadership,
            Addresses addresses,
            Function<String, Listing> listing,
            InstantSource clock) {
        this.options = options;
        this.where = store.describe();
        this.publishing = new RecordPublishing(
                new dev.tidegate.dns.publish.Publisher(store, options.us(), options.zones()),
                where,
                leadership,
                options.policy(),
                options.pace(),
                clock);
        this.desired = new DesiredRecords(options.zones(), options.ttl(), addresses, listing, List.of(publishing));
    }

    /// Hears of everything that is live from now on.
    void follow(Publisher publisher) {
        publisher.subscribe(desired);
    }

    void start(PrometheusRegistry registry) {
        registry.register(new RecordMetrics(publishing::state));
        publishing.start();
        desired.start();
        log.info(
                "dns: keeps records in {} on {}, as owner {}, {}",
                options.zones().zones(),
                where,
                options.us().owner(),
                options.policy());
    }

    /// Look again, for the addresses may be others.
    void wake() {
        desired.wake();
    }

    /// What is known of hosts' records, once something is live.
    Optional<RecordAccount> account() {
        return desired.wanted().map(wanted -> new RecordAccount(wanted, Optional.of(publishing.state()), options.us()));
    }

    /// Withdraws nothing. Idempotent.
    @Override
    public void close() {
        desired.close();
        publishing.close();
    }
}
