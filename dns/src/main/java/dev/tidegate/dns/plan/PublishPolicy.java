package dev.tidegate.dns.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What may be taken out of a zone, and how fast.
///
/// `delay`: how long after its host was seen deleted a name is withdrawn. `share`: of the names that we own, how many
/// may lose records within `window`, 0 to 1; one may always.
public record PublishPolicy(Mode mode, Duration delay, double share, Duration window) {

    public static final PublishPolicy DEFAULT =
            new PublishPolicy(Mode.UPSERT_ONLY, Duration.ofMinutes(5), 0.1, Duration.ofHours(1));

    public enum Mode {
        /// Makes and changes, takes nothing away.
        UPSERT_ONLY,
        /// Takes away too, what was positively deleted.
        SYNC
    }

    public PublishPolicy {
        requireNonNull(mode);
        if (delay.isNegative() || window.isNegative() || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("delay: " + delay + ", window: " + window + ", share: " + share
                    + " (expected: none negative, and a share of at most 1)");
        }
    }

    public PublishPolicy with(Mode other) {
        return new PublishPolicy(other, delay, share, window);
    }

    public PublishPolicy withShare(double other) {
        return new PublishPolicy(mode, delay, other, window);
    }

    /// For people: `upsert-only`, `sync, after 300 s, at most 10 % within 3600 s`.
    @Override
    public String toString() {
        return mode == Mode.UPSERT_ONLY
                ? "upsert-only"
                : "sync, after " + delay.toSeconds() + " s, at most " + Math.round(share * 100) + " % within "
                        + window.toSeconds() + " s";
    }

    /// How many of so many names may lose records within the window.
    int allowed(int owned) {
        return Math.max(1, (int) Math.floor(share * owned));
    }
}
