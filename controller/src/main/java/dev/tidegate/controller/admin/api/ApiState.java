package dev.tidegate.controller.admin.api;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.admin.MetricScope;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.publish.Round;
import dev.tidegate.controller.records.RecordAccount;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.publication.Publication;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the API finds what it tells: what is served now, and the round that it came of.
///
/// `publishService`: the Service in front of all replicas, by which they know each other. `records`: what is known of
/// hosts' DNS records, where they are ours to keep.
public record ApiState(
        Supplier<Publication> publication,
        Supplier<Optional<Round>> lastRound,
        CompilerOptions options,
        MetricScope scope,
        Optional<ObjectKey> publishService,
        Supplier<Optional<RecordAccount>> records,
        InstantSource clock) {

    public ApiState {
        requireNonNull(publication);
        requireNonNull(lastRound);
        requireNonNull(options);
        requireNonNull(scope);
        requireNonNull(publishService);
        requireNonNull(records);
        requireNonNull(clock);
    }

    /// Fails: [ApiRefused] if nothing has been compiled yet.
    Moment now() {
        Publication served = publication.get();
        Round round = lastRound
                .get()
                .orElseThrow(() -> ApiRefused.of(503, "NotReady", "no table has been published yet; see /readyz"));
        return new Moment(served, round, options, records.get(), clock.instant());
    }
}
