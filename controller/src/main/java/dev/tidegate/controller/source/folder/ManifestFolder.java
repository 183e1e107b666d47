package dev.tidegate.controller.source.folder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.WatcherThread;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading;
import dev.tidegate.controller.source.manifest.ObjectTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of manifests, watched: every `*.yaml`, `*.yml` and `*.json` in it and below, hidden names passed over.
///
/// Shape: a folder → the same [Snapshot] that a cluster with these objects would yield. A change is in the snapshot
/// within half a second, once the folder has been quiet for a tenth of one.
///
/// Threads: one daemon thread of its own looks, reads and calls `onChange`; everything else may be called from any.
///
/// Fails: [SourceRefused] if the path is not a folder. After that never: what cannot be read stays as it was last
/// good, and is a finding of the snapshot.
///
/// Why it looks at regular intervals and does not ask the kernel to be told: inotify sees neither what lies behind a
/// link nor a network mount, loses events when its queue is full, and says nothing of whether a file has been written
/// to its end. A look at a thousand files takes a few milliseconds; large folders are looked at less often, so that
/// looking never takes more than about a twentieth of one core.
public final class ManifestFolder implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(ManifestFolder.class);

    /// A file is taken as written to its end when two looks, so far apart, see no change in it.
    private static final Duration SETTLE = Duration.ofMillis(100);

    /// A folder that never comes to rest is waited for no longer than this; then the files in it that have are read.
    private static final Duration LONGEST_HOLD = Duration.ofMillis(300);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final int PAUSE_PER_LOOK = 20;

    private final Path folder;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean synced;

    private final Thread watcher;
    private Runnable onChange = () -> {};
    private FolderContent content = FolderContent.EMPTY;
    /// What `content` was made of.
    private FolderLook served = FolderLook.NOTHING;
    private FolderLook last = FolderLook.NOTHING;
    private Duration lastLookTook = Duration.ZERO;
    private Optional<Long> unrestSinceNs = Optional.empty();

    public ManifestFolder(Path folder) {
        this(folder, System::nanoTime);
    }

    ManifestFolder(Path folder, LongSupplier nanoTime) {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "not a folder" : "no such folder";
            throw SourceRefused.of(folder, problem, "a folder of manifests");
        }
        this.folder = folder;
        this.nanoTime = nanoTime;
        this.watcher = Thread.ofPlatform().daemon().name("manifests " + folder).unstarted(this::watch);
    }

    /// Reads files and folders once, without watching: for `lint` and its like.
    public static ReadManifests readOnce(List<Path> paths) {
        Map<Path, ManifestReading> readings = new TreeMap<>();
        Map<Path, String> obstacles = new TreeMap<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw SourceRefused.of(path, "no such file or folder", "a manifest or a folder of manifests");
            } else if (Files.isDirectory(path)) {
                FolderLook look = FolderLook.at(path);
                look.files().keySet().forEach(file -> readings.put(file, readFile(file)));
                obstacles.putAll(look.obstacles());
            } else {
                readings.put(path, readFile(path));
            }
        }
        FolderContent content = FolderContent.EMPTY.with(readings);
        return new ReadManifests(content.snapshot(obstacles), content.places());
    }

    /// Every object of a folder as it stands there, also of kinds that nothing is routed by.
    ///
    /// Fails: [SourceRefused] if the path is not a folder.
    public static List<JsonNode> trees(Path folder) {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "not a folder" : "no such folder";
            throw SourceRefused.of(folder, problem, "a folder of manifests");
        }
        return FolderLook.at(folder).files().keySet().stream()
                .flatMap(file -> ObjectTrees.of(file.toString(), bytes(file)).stream())
                .toList();
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ManifestReader.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            return new byte[0]; // which a finding of the snapshot tells
        }
    }

    /// As [#readOnce], where nobody asks for places.
    public static Snapshot read(List<Path> paths) {
        return readOnce(paths).snapshot();
    }

    @Override
    public void start(Runnable onChange) {
        this.onChange = onChange;
        watcher.start();
    }

    @Override
    public boolean synced() {
        return synced;
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String describe() {
        return "manifests " + folder;
    }

    @Override
    public void close() {
        closed.countDown();
        WatcherThread.awaitEnd(watcher);
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        while (!closedWithin(pause)) {
            try {
                pause = look() ? SETTLE : pauseAfter(lastLookTook);
            } catch (RuntimeException fault) {
                LOG.error("a look at {} failed; what was last read stays", folder, fault);
                pause = LONGEST_PAUSE;
            }
        }
    }

    /// Is there something new that has not come to rest yet?
    boolean look() {
        long begunNs = nanoTime.getAsLong();
        FolderLook before = last;
        FolderLook now = FolderLook.at(folder);
        last = now;
        long nowNs = nanoTime.getAsLong();
        lastLookTook = Duration.ofNanos(nowNs - begunNs);
        if (now.equals(served) && synced) {
            unrestSinceNs = Optional.empty();
            return false;
        }
        long sinceNs = unrestSinceNs.orElse(nowNs);
        unrestSinceNs = Optional.of(sinceNs);
        boolean atRest = now.equals(before) && nowNs - sinceNs >= SETTLE.toNanos();
        if (!atRest && nowNs - sinceNs < LONGEST_HOLD.toNanos()) {
            return true;
        }
        serve(now, before);
        unrestSinceNs = Optional.empty();
        return !now.equals(before);
    }

    /// Reads what has changed and has the same stamp in both looks; forgets what is in neither.
    private void serve(FolderLook now, FolderLook before) {
        Map<Path, FolderLook.Stamp> stamps = new TreeMap<>(served.files());
        Map<Path, ManifestReading> readings = new HashMap<>();
        now.files().forEach((file, stamp) -> {
            boolean settled = stamp.equals(before.files().get(file));
            if (settled && !stamp.equals(served.files().get(file))) {
                ManifestReading reading = readFile(file);
                boolean whole = FolderLook.stamp(file).filter(stamp::equals).isPresent();
                if (whole) {
                    readings.put(file, reading);
                }
                // Permission may be given without a new stamp, so what may not be read is tried at each look.
                if (whole && Files.isReadable(file)) {
                    stamps.put(file, stamp);
                }
            }
        });
        List<Path> gone = content.paths().stream()
                .filter(file ->
                        !now.files().containsKey(file) && !before.files().containsKey(file))
                .filter(file -> !now.hides(file))
                .toList();
        stamps.keySet().removeAll(gone);
        content = content.with(readings).without(gone);
        served = new FolderLook(stamps, now.obstacles());
        publish(content.snapshot(now.obstacles()));
    }

    private void publish(Snapshot next) {
        if (synced && next.equals(snapshot)) {
            return;
        }
        snapshot = next;
        synced = true;
        if (closed.getCount() > 0) {
            onChange.run();
        }
    }

    private static ManifestReading readFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ManifestReader.read(file.toString(), in.readNBytes(ManifestReader.MAX_BYTES + 1));
        } catch (IOException failure) {
            return ManifestReader.unreadable(file.toString(), FolderLook.problem(failure));
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration pauseAfter(Duration look) {
        Duration pause = look.multipliedBy(PAUSE_PER_LOOK);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
