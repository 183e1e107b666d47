package dev.tidegate.dns.plan;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.record.WantedRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What to do in the zones.
///
/// `changes`: by name, each to be made on its own. `withheld`: what is not done, by name. `breaker`: whether so much
/// would have been taken away that nothing is.
///
/// Rules, in the order in which they win:
///
/// 1. Where it is not known what stands at a name, or where anything of it is not ours, nothing is done there.
/// 2. A name that somebody claims is never withdrawn, also if it cannot have the records that it wants.
/// 3. Upsert-only takes nothing away but what gives way to its successor, as addresses do to a CNAME.
/// 4. A name that nobody claims is withdrawn if it was seen deleted, and the delay is over.
/// 5. If more names than the policy's share would lose records, those that lost some lately counted in, none does.
///
/// Threads: any; pure. Fails: never.
public record Plan(List<NameChange> changes, List<Withheld> withheld, Optional<Breaker> breaker) {

    /// Too much would have been taken away at once.
    ///
    /// `due`: names that would have lost records, `lately`: that have within the window; `owned`: names that we own
    /// or owned then; `allowed`: how many of them may.
    public record Breaker(int due, int lately, int owned, int allowed) {

        /// One line for people.
        public String message() {
            return "nothing is withdrawn: " + due + " of " + owned + " names of ours would lose records"
                    + (lately == 0 ? "" : " after " + lately + " lately") + " (expected: at most " + allowed
                    + " at once; see that this is meant, then raise the share)";
        }
    }

    public Plan {
        changes = List.copyOf(changes);
        withheld = List.copyOf(withheld);
    }

    public static Plan of(
            WantedRecords wanted, ZoneContent found, Identity us, Memory memory, PublishPolicy policy, Instant now) {
        Planning planning = new Planning(wanted, found, us, memory, policy, now);
        if (policy.mode() == PublishPolicy.Mode.UPSERT_ONLY) {
            return planning.plan(false, Optional.empty());
        }
        Plan whole = planning.plan(true, Optional.empty());
        int due = (int) whole.changes.stream().filter(NameChange::removes).count();
        if (due == 0) {
            return whole;
        }
        int lately = memory.recentRemovals(now, policy.window());
        int owned = planning.owned() + lately;
        int allowed = policy.allowed(owned);
        return due + lately <= allowed
                ? whole
                : planning.plan(false, Optional.of(new Breaker(due, lately, owned, allowed)));
    }
}
