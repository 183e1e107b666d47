package dev.tidegate.controller.status;

import dev.tidegate.controller.compile.OwnIngresses;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.status.StatusWrite.Clear;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What is to be written, given what stands there and what was tried before.
///
/// An Ingress that has no address yet comes before one that has an old one. What was written is not written again
/// before the Ingress has come back from the server. What somebody else has written over is left alone for the retry
/// period, so that two who do not agree cannot flap. An Ingress that we served and that is of another class now loses
/// what we wrote; one that is still ours and has lost its routes keeps what it has.
///
/// Threads: one.
final class StatusPlan {

    /// `WRITTEN`: it stands there now. `STOOD`: it did before. `MOOT`: the server's object was not what we took it
    /// for. `FAILED`: not known.
    enum Outcome {
        WRITTEN,
        STOOD,
        MOOT,
        FAILED
    }

    private record Attempt(StatusWrite write, Outcome outcome, long atNs) {}

    private final long retryNs;
    private final long failedRetryNs;
    private final Map<ObjectKey, Attempt> attempts = new HashMap<>();
    /// What we serve, or served and may have to clear.
    private final Set<ObjectKey> served = new HashSet<>();
    private final Map<ObjectKey, List<StatusAddress>> wrote = new HashMap<>();

    private Optional<OwnIngresses> live = Optional.empty();
    private Map<ObjectKey, Ingress> routed = Map.of();
    private int pending;

    /// `retry`: how long to leave alone what others wrote. `failedRetry`: how long what failed.
    StatusPlan(Duration retry, Duration failedRetry) {
        this.retryNs = retry.toNanos();
        this.failedRetryNs = failedRetry.toNanos();
    }

    /// What is served from now on.
    void live(OwnIngresses next) {
        if (live.filter(next::same).isPresent()) {
            return;
        }
        live = Optional.of(next);
        routed = next.routed();
        served.removeIf(key -> next.find(key).isEmpty());
        served.addAll(routed.keySet());
        attempts.keySet().retainAll(served);
        wrote.keySet().retainAll(served);
    }

    /// Shape: the addresses to publish (none: unknown) and the time → at most `most` writes, the most urgent first.
    List<StatusWrite> due(List<StatusAddress> addresses, long nowNs, int most) {
        List<StatusWrite> due = new ArrayList<>();
        pending = 0;
        if (addresses.isEmpty()) {
            return due;
        }
        List<StatusWrite> later = new ArrayList<>(leavers(addresses, nowNs));
        routed.forEach((key, ingress) -> {
            List<StatusAddress> standing = StatusAddress.in(ingress);
            if (standing.equals(addresses)) {
                attempts.remove(key);
                wrote.put(key, addresses);
                return;
            }
            StatusWrite write = new StatusWrite.Set(key, ingress, addresses);
            pending += awaitsEcho(write) ? 0 : 1;
            if (ripe(write, nowNs)) {
                (standing.isEmpty() ? due : later).add(write);
            }
        });
        due.addAll(later);
        return due.subList(0, Math.min(most, due.size()));
    }

    /// How many Ingresses had not the right addresses when `due` was asked.
    int pending() {
        return pending;
    }

    /// What became of a write.
    void tried(StatusWrite write, Outcome outcome, long nowNs) {
        attempts.put(write.key(), new Attempt(write, outcome, nowNs));
        switch (write) {
            case StatusWrite.Set set
            when outcome == Outcome.WRITTEN || outcome == Outcome.STOOD -> wrote.put(set.key(), set.addresses());
            case StatusWrite.Set ignored -> {}
            case Clear clear when outcome == Outcome.FAILED -> {}
            case Clear clear -> served.remove(clear.key());
        }
    }

    /// What is taken back when the last replica goes: all that stands as we wrote it.
    List<StatusWrite> withdrawal() {
        List<StatusWrite> all = new ArrayList<>();
        wrote.forEach((key, ours) -> Optional.ofNullable(routed.get(key))
                .map(ingress -> new Clear(key, ingress, ours))
                .ifPresent(all::add));
        return all;
    }

    private List<StatusWrite> leavers(List<StatusAddress> addresses, long nowNs) {
        List<StatusWrite> leavers = new ArrayList<>();
        if (served.size() > routed.size() && live.isPresent()) {
            OwnIngresses now = live.get();
            served.stream()
                    .filter(key -> !routed.containsKey(key) && now.foreign(key))
                    .forEach(key -> now.find(key)
                            .map(it -> new Clear(key, it, wrote.getOrDefault(key, addresses)))
                            .filter(it -> ripe(it, nowNs))
                            .ifPresent(leavers::add));
        }
        return leavers;
    }

    private boolean ripe(StatusWrite write, long nowNs) {
        Attempt last = attempts.get(write.key());
        if (last == null || !last.write().addresses().equals(write.addresses()) || another(last.write(), write)) {
            return true;
        }
        return switch (last.outcome()) {
            case WRITTEN, STOOD -> !awaitsEcho(write) && nowNs - last.atNs() >= retryNs;
            case MOOT -> !awaitsEcho(write);
            case FAILED -> nowNs - last.atNs() >= failedRetryNs;
        };
    }

    /// Was it deleted, and made anew under its old name?
    private static boolean another(StatusWrite before, StatusWrite now) {
        return !Objects.equals(
                before.base().getMetadata().getUid(), now.base().getMetadata().getUid());
    }

    private boolean awaitsEcho(StatusWrite write) {
        Attempt last = attempts.get(write.key());
        return last != null
                && last.outcome() != Outcome.FAILED
                && last.write().base() == write.base()
                && last.write().addresses().equals(write.addresses());
    }
}
