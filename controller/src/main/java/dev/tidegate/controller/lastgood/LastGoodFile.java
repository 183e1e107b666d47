package dev.tidegate.controller.lastgood;

import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Remembered;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// The objects that were last good, in one file.
///
/// Shape: a file, made if there is none, and a name for the source of the objects → what is in it, and a place for
/// what comes next. A change costs what has changed. The file is only ever appended to, each commit with its
/// checksum, so a process that is killed while it writes leaves the commit before. It holds private keys: only its
/// owner may read it.
///
/// Threads: one. Fails: [LastGoodRefused], upon which nothing is open. A file that cannot be read, or that another
/// format wrote, is set aside beside itself as `FILE.unreadable`, and a new one is begun.
public final class LastGoodFile implements AutoCloseable {

    /// Raised when what is written changes its meaning.
    static final int FORMAT = 1;

    private static final String SOURCE = "source";
    private static final String AT = "at";
    private static final String ENFORCEMENT = "enforcement";
    private static final int CACHE_MEBIBYTES = 4;
    /// Below this share of live data, up to so much of it is written anew, so that the file does not grow for ever.
    private static final int FILL_PER_CENT = 50;
    private static final int REWRITE_BYTES = 1 << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final MVStore store;
    private final MVMap<String, String> about;
    private final List<KeptKind<?, ?>> kinds;
    private Optional<Remembered> remembered;

    private LastGoodFile(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.about = store.openMap("about");
        var ingresses = byKey("ingresses", Snapshot::ingresses, ObjectText.of(Ingress.class));
        var classes = byName("ingressClasses", Snapshot::ingressClasses, ObjectText.of(IngressClass.class));
        var services = byKey("services", Snapshot::services, ObjectText.of(Service.class));
        var slices = byKey("endpointSlices", Snapshot::endpointSlices, ObjectText.ofSlices());
        var secrets = byKey("secrets", Snapshot::secrets, ObjectText.of(Secret.class));
        var configMaps = byKey("configMaps", Snapshot::configMaps, ObjectText.of(ConfigMap.class));
        var namespaces = byName("namespaces", Snapshot::namespaces, ObjectText.of(Namespace.class));
        var names = byName("names", Snapshot::names, ObjectText.ofNames());
        KeptPolicies policies = KeptPolicies.open(store);
        kinds = Stream.concat(
                        Stream.of(ingresses, classes, services, slices, secrets, configMaps, namespaces, names),
                        policies.kinds().stream())
                .toList();
        Snapshot snapshot = new Snapshot(
                ingresses.kept(),
                classes.kept(),
                services.kept(),
                slices.kept(),
                secrets.kept(),
                configMaps.kept(),
                namespaces.kept(),
                Diagnostics.NONE,
                names.kept(),
                PersistentMap.empty(),
                policies.kept(enforcement(about.get(ENFORCEMENT))));
        remembered = Optional.ofNullable(about.get(AT))
                .map(at -> new Remembered(snapshot, Instant.parse(at), file.toString()));
    }

    /// A file of an older process does not say.
    private static Enforcement enforcement(@Nullable String word) {
        return Arrays.stream(Enforcement.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElse(Enforcement.UNKNOWN);
    }

    private <V> KeptKind<ObjectKey, V> byKey(
            String name, Function<Snapshot, PersistentMap<ObjectKey, V>> part, ObjectText<V> text) {
        return KeptKind.byKey(store, name, part, text);
    }

    private <V> KeptKind<String, V> byName(
            String name, Function<Snapshot, PersistentMap<String, V>> part, ObjectText<V> text) {
        return KeptKind.open(store, new KeptKind.Shape<>(name, part, Function.identity(), Function.identity(), text));
    }

    /// What came of opening it; `notice` says that a file which was there could not be used.
    public record Opened(LastGoodFile file, Optional<String> notice) {}

    /// `source`: whose objects they are, as `cluster https://10.0.0.1:443`. Those of another are not served for it.
    public static Opened open(Path file, String source) throws LastGoodRefused {
        protect(file);
        try {
            return new Opened(read(file, source), Optional.empty());
        } catch (Unfit unfit) {
            Path aside = setAside(file);
            protect(file);
            try {
                return new Opened(
                        read(file, source),
                        Optional.of("--last-good " + file + ": " + unfit.getMessage() + "; set aside as " + aside
                                + ", and a new one is begun"));
            } catch (Unfit again) {
                throw LastGoodRefused.of(file, String.valueOf(again.getMessage()), again);
            }
        }
    }

    /// It is there, but not what is expected.
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String problem, @Nullable Throwable cause) {
            super(problem, cause);
        }
    }

    private static LastGoodFile read(Path file, String source) throws LastGoodRefused, Unfit {
        MVStore store = openStore(file);
        try {
            if (store.getCurrentVersion() > 0 && store.getStoreVersion() != FORMAT) {
                throw new Unfit("holds format " + store.getStoreVersion() + " (expected: format " + FORMAT + ")", null);
            }
            store.setStoreVersion(FORMAT);
            LastGoodFile read = new LastGoodFile(file, store);
            String of = read.about.getOrDefault(SOURCE, source);
            if (!of.equals(source)) {
                throw new Unfit("holds the objects of " + of + " (expected: those of " + source + ")", null);
            }
            read.about.put(SOURCE, source);
            return read;
        } catch (Unfit unfit) {
            store.closeImmediately();
            throw unfit;
        } catch (RuntimeException broken) {
            store.closeImmediately();
            throw new Unfit("cannot be read: " + reason(broken), broken);
        }
    }

    private static MVStore openStore(Path file) throws LastGoodRefused, Unfit {
        try {
            return new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .compress()
                    .cacheSize(CACHE_MEBIBYTES)
                    .open();
        } catch (MVStoreException refused) {
            if (refused.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw LastGoodRefused.of(file, "another process has it open (expected: a file of our own)", refused);
            }
            if (refused.getErrorCode() == DataUtils.ERROR_READING_FAILED && !Files.isReadable(file)) {
                throw LastGoodRefused.of(file, "may not be read and written", refused);
            }
            throw new Unfit("cannot be read: " + reason(refused), refused);
        } catch (RuntimeException broken) {
            throw new Unfit("cannot be read: " + reason(broken), broken);
        }
    }

    /// What the last process left; empty in a new file, and once it has been asked for: it is large, and of use once.
    public Optional<Remembered> recall() {
        Optional<Remembered> recalled = remembered;
        remembered = Optional.empty();
        return recalled;
    }

    /// Writes what differs from what was last written, as one commit.
    ///
    /// Fails: [LastGoodRefused] if it cannot be written, as on a full disk; this file is of no use then.
    public void save(Snapshot snapshot, Instant at) throws LastGoodRefused {
        try {
            kinds.forEach(kind -> kind.keep(snapshot));
            about.put(AT, at.toString());
            about.put(ENFORCEMENT, snapshot.policyObjects().enforcement().name());
            store.commit();
            if (store.compact(FILL_PER_CENT, REWRITE_BYTES)) {
                store.commit();
            }
            store.sync();
        } catch (RuntimeException failed) {
            store.closeImmediately();
            throw LastGoodRefused.of(file, "cannot be written: " + reason(failed), failed);
        }
    }

    @Override
    public void close() {
        store.close();
    }

    /// Makes sure that it is there, and its owner's alone.
    private static void protect(Path file) throws LastGoodRefused {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            if (!posix) {
                return;
            }
            if (Files.notExists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        } catch (IOException refused) {
            throw LastGoodRefused.of(file, "cannot be made or protected: " + reason(refused), refused);
        }
    }

    private static Path setAside(Path file) throws LastGoodRefused {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw LastGoodRefused.of(file, "cannot be read, nor set aside: " + reason(refused), refused);
        }
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.lines().findFirst().orElse("").strip();
        return failure instanceof AccessDeniedException ? "permission denied" : line;
    }
}
