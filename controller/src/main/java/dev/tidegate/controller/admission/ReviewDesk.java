package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Trials;
import dev.tidegate.controller.diagnostic.OneLine;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// From the body of a request to its reply, by what was compiled last.
///
/// As long as nothing was, it answers 503, so that the `failurePolicy` of the configuration decides: it was made for
/// when a webhook cannot.
///
/// Threads: any. Fails: never; a fault of our own is a reply too.
public final class ReviewDesk {

    private final Judge judge;
    private final Supplier<Optional<Trials>> trials;
    private final InstantSource clock;

    /// `trials`: among what was compiled last; empty as long as nothing was.
    public ReviewDesk(Judge judge, Supplier<Optional<Trials>> trials, InstantSource clock) {
        this.judge = requireNonNull(judge);
        this.trials = requireNonNull(trials);
        this.clock = requireNonNull(clock);
    }

    public Reply reply(byte[] body) {
        return switch (ReviewReader.read(body)) {
            case ReviewReading.Read it -> reply(it.review());
            case ReviewReading.Refused it -> Reply.text(400, OneLine.of(it.problem()), Outcome.REFUSED);
        };
    }

    private Reply reply(Review review) {
        return trials.get()
                .map(it -> reply(review, judge.decide(review, it, clock.instant())))
                .orElseGet(() -> Reply.text(
                        503,
                        "no Ingress has been read yet (expected: to be asked once /readyz answers 200)",
                        Outcome.NOT_READY));
    }

    private static Reply reply(Review review, Verdict verdict) {
        String json = ReviewAnswer.json(review, verdict);
        if (verdict.allowed()) {
            return Reply.review(json, Outcome.ALLOWED, Optional.empty());
        }
        String dryRun = review.dryRun() ? ", dry run" : "";
        String line = "denied, " + OneLine.of(review.operation()) + " by " + OneLine.of(review.user()) + dryRun + ": "
                + ReviewAnswer.message(review.key(), verdict.denials());
        return Reply.review(json, Outcome.DENIED, Optional.of(line));
    }
}
