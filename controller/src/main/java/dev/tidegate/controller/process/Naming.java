package dev.tidegate.controller.process;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.duty.ClusterDuties;
import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.records.Addresses;
import dev.tidegate.controller.records.RecordAccount;
import dev.tidegate.controller.records.RecordOptions;
import dev.tidegate.controller.records.WatchedAddresses;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.respond.ServedNames;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.dns.publish.RecordStore;
import dev.tidegate.dns.rfc2136.Backoff;
import dev.tidegate.dns.rfc2136.NameServerRecords;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a running controller does for the names of its hosts: answers for them, and keeps records of them.
final class Naming implements AutoCloseable {

    private final Optional<DnsOptions> answering;
    private final Optional<ServedNames> served;
    private final Optional<RecordKeeping> keeping;
    private final WatchedAddresses published;
    private @Nullable DnsPort port;

    /// `duties`: to the cluster, if it is one. `listing`: the last list of Ingresses that a namespace had a part in.
    Naming(
            ControllerOptions options,
            Optional<ClusterDuties> duties,
            Function<String, Listing> listing,
            InstantSource clock) {
        answering = options.dns();
        published = new WatchedAddresses(() -> addresses(duties), this::wake);
        served = options.dns().map(it -> new ServedNames(it, leadTo(it.targets()), clock));
        keeping = options.records()
                .map(it -> new RecordKeeping(
                        it,
                        store(it, duties),
                        duties.map(ClusterDuties::leadership).orElse(Leadership.ALWAYS),
                        leadTo(it.targets()),
                        listing,
                        clock));
    }

    private static RecordStore store(RecordOptions options, Optional<ClusterDuties> duties) {
        return switch (options.where()) {
            case RecordOptions.AtNameServer(var server) ->
                new NameServerRecords(server, options.us(), Backoff.of(new SplittableRandom()));
            case RecordOptions.AsObjects _ ->
                duties.orElseThrow(() -> new IllegalStateException("objects without a cluster"))
                        .records(options.us());
        };
    }

    /// What hosts lead to: what is given, else where the gateway is reached.
    private Addresses leadTo(List<String> targets) {
        return targets.isEmpty() ? published : () -> targets;
    }

    private void wake() {
        served.ifPresent(ServedNames::wake);
        keeping.ifPresent(RecordKeeping::wake);
    }

    /// Where this controller is reached. Blocks while its cluster is asked.
    private static List<String> addresses(Optional<ClusterDuties> duties) {
        return duties.map(ClusterDuties::addresses).orElse(List.of());
    }

    /// Hears of everything that is served from now on.
    void follow(Publisher publisher) {
        served.ifPresent(publisher::subscribe);
        keeping.ifPresent(it -> it.follow(publisher));
    }

    /// Begins to make names, before there is a port to answer at.
    void start() {
        if (served.isPresent() || keeping.isPresent()) {
            published.start();
        }
        served.ifPresent(ServedNames::start);
    }

    /// Binds the port, and begins to keep records.
    ///
    /// Fails: [StartException] if the port cannot be listened on.
    void listen(PrometheusRegistry registry) {
        served.ifPresent(it -> port = DnsPort.start(answering.orElseThrow(), it, registry));
        keeping.ifPresent(it -> it.start(registry));
    }

    /// Is everything known that is answered?
    boolean known() {
        return served.stream().allMatch(it -> it.zones().known());
    }

    /// Where names are answered; 0 if they are not.
    int port() {
        return port == null ? 0 : requireNonNull(port).port();
    }

    /// What is known of the records of hosts, where they are ours to keep or to answer for.
    Optional<RecordAccount> account() {
        return keeping.isPresent()
                ? keeping.flatMap(RecordKeeping::account)
                : served.flatMap(ServedNames::wanted).map(RecordAccount::ofAnswers);
    }

    /// Names are made no more, and no record is changed; those that are known are answered until the end.
    void stop() {
        published.close();
        keeping.ifPresent(RecordKeeping::close);
        served.ifPresent(ServedNames::close);
    }

    @Override
    public void close() {
        stop();
        if (port != null) {
            port.close();
        }
    }
}
