package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.OwnIngresses;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.status.StatusWrite.Clear;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Map<ObjectKey, Ingress> routed = new HashMap<>();
    /// Of those in `routed`, and neither awaiting their echo: those that hold no address, and those that hold others.
    private final Set<ObjectKey> bare = new LinkedHashSet<>();
    private final Set<ObjectKey> outdated = new LinkedHashSet<>();
    /// Routed before and there still.
    private final Set<ObjectKey> left = new HashSet<>();
    private final Map<ObjectKey, List<StatusAddress>> wrote = new HashMap<>();

    private OwnIngresses live = OwnIngresses.NONE;
    private List<StatusAddress> wanted = List.of();

    /// `retry`: how long to leave alone what others wrote. `failedRetry`: how long what failed.
    StatusPlan(Duration retry, Duration failedRetry) {
        this.retryNs = retry.toNanos();
        this.failedRetryNs = failedRetry.toNanos();
    }

    /// What is served from now on. Costs what has changed.
    void live(OwnIngresses next) {
        OwnIngresses before = live;
        live = next;
        next.changesSince(before, this::changed);
    }

    private void changed(ObjectKey key, @Nullable Ingress now) {
        bare.remove(key);
        outdated.remove(key);
        if (now != null) {
            left.remove(key);
            routed.put(key, now);
            file(key, now);
        } else if (live.find(key).isEmpty()) {
            routed.remove(key);
            left.remove(key);
            attempts.remove(key);
            wrote.remove(key);
        } else if (routed.remove(key) != null) {
            left.add(key);
        }
    }

    private void file(ObjectKey key, Ingress ingress) {
        List<StatusAddress> standing = StatusAddress.in(ingress);
        if (wanted.isEmpty()) {
            return;
        }
        if (standing.equals(wanted)) {
            attempts.remove(key);
            wrote.put(key, wanted);
        } else {
            (standing.isEmpty() ? bare : outdated).add(key);
        }
    }

    /// Shape: the addresses to publish (none: unknown) and the time → at most `most` writes, the most urgent first.
    List<StatusWrite> due(List<StatusAddress> addresses, long nowNs, int most) {
        if (!addresses.equals(wanted)) {
            wanted = addresses;
            bare.clear();
            outdated.clear();
            routed.forEach(this::file);
        }
        return Stream.of(settings(bare), leavers(), settings(outdated))
                .flatMap(it -> it)
                .filter(write -> ripe(write, nowNs))
                .limit(most)
                .toList();
    }

    private Stream<StatusWrite> settings(Set<ObjectKey> keys) {
        return keys.stream().map(key -> new StatusWrite.Set(key, requireNonNull(routed.get(key)), wanted));
    }

    private Stream<StatusWrite> leavers() {
        return left.stream()
                .filter(key -> !wanted.isEmpty() && live.foreign(key))
                .flatMap(key -> live.find(key).map(it -> new Clear(key, it, wrote.getOrDefault(key, wanted))).stream());
    }

    /// How many Ingresses have not the right addresses.
    int pending() {
        return bare.size() + outdated.size();
    }

    /// What became of a write.
    void tried(StatusWrite write, Outcome outcome, long nowNs) {
        attempts.put(write.key(), new Attempt(write, outcome, nowNs));
        if (outcome == Outcome.FAILED) {
            return;
        }
        switch (write) {
            case StatusWrite.Set set -> {
                bare.remove(set.key());
                outdated.remove(set.key());
                if (outcome != Outcome.MOOT) {
                    wrote.put(set.key(), set.addresses());
                }
            }
            case Clear clear -> left.remove(clear.key());
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

    private boolean ripe(StatusWrite write, long nowNs) {
        Attempt last = attempts.get(write.key());
        if (last == null || !last.write().addresses().equals(write.addresses()) || another(last.write(), write)) {
            return true;
        }
        return switch (last.outcome()) {
            case WRITTEN, STOOD -> nowNs - last.atNs() >= retryNs;
            case MOOT -> true;
            case FAILED -> nowNs - last.atNs() >= failedRetryNs;
        };
    }

    /// Was it deleted, and made anew under its old name?
    private static boolean another(StatusWrite before, StatusWrite now) {
        return !Objects.equals(
                before.base().getMetadata().getUid(), now.base().getMetadata().getUid());
    }
}
