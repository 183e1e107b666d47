package dev.tidegate.controller.source.look;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.cni.Evidence;
import dev.tidegate.controller.cni.NetworkPlugin;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.WatcherThread;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the network plug-in enforces NetworkPolicy, by a look at the cluster at the start and every five
/// minutes.
///
/// It takes no right: what may not be read is missing in what is known, so that the answer is `UNKNOWN` more often.
/// While the API server is away or in trouble, what was last known stays.
///
/// Threads: one of its own looks and calls `onChange`, which must not block; the rest is for any. After `close` nobody
/// is called any more.
///
/// Fails: never.
public final class EnforcementWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EnforcementWatch.class);

    public static final Duration PERIOD = Duration.ofMinutes(5);
    /// The first answer is waited for by nobody, but an API server that is away at the start is asked again soon.
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final int NODES = 100;

    private final ApiQuestions api;
    private final Duration period;
    private final Runnable onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("network-plugin").unstarted(this::run);
    private volatile Optional<NetworkPlugin> plugin = Optional.empty();
    private volatile boolean looked;

    /// The client stays the caller's. `onChange`: hears when `enforcement` or `plugin` has another answer, and after
    /// the first look.
    public EnforcementWatch(KubernetesClient client, Duration period, Runnable onChange) {
        this.api = new ApiQuestions(requireNonNull(client));
        this.period = requireNonNull(period);
        this.onChange = requireNonNull(onChange);
    }

    public void start() {
        thread.start();
    }

    /// Unknown until the first look.
    public Enforcement enforcement() {
        return plugin.map(NetworkPlugin::enforcement).orElse(Enforcement.UNKNOWN);
    }

    /// What was last seen; empty until the first look.
    public Optional<NetworkPlugin> plugin() {
        return plugin;
    }

    /// Has it looked once, whatever came of that? Before, `UNKNOWN` says nothing.
    public boolean looked() {
        return looked;
    }

    @Override
    public void close() {
        closed.countDown();
        WatcherThread.awaitEnd(thread);
    }

    private void run() {
        try {
            do {
                boolean news = look() || !looked;
                looked = true;
                if (news && closed.getCount() > 0) {
                    onChange.run();
                }
            } while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        return plugin.isPresent() || period.compareTo(FIRST_RETRY) < 0 ? period : FIRST_RETRY;
    }

    /// Is another plug-in there than before?
    private boolean look() {
        try {
            Evidence evidence = ClusterEvidence.read(api, NODES);
            if (evidence.unread().values().stream().anyMatch(ApiQuestions::trouble)) {
                return false; // It would look as if a plug-in had gone.
            }
            NetworkPlugin seen = NetworkPlugin.of(evidence);
            if (plugin.filter(seen::equals).isPresent() || closed.getCount() == 0) {
                return false;
            }
            plugin = Optional.of(seen);
            log.info("network plug-in: {}", seen.text());
            return true;
        } catch (SourceRefused away) {
            log.debug("network plug-in: what was last known stays, as {}", away.line());
        } catch (RuntimeException fault) {
            log.error("internal fault at a look for the network plug-in", fault);
        }
        return false;
    }
}
