package dev.tidegate.controller.source.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One look at a folder: the manifest files in it, each with a stamp that differs when its content may differ, and
/// the places that could not be looked at. Two looks that are equal saw the same folder.
///
/// Links are followed, and names that begin with a dot are passed over. A mounted ConfigMap is read rightly by that:
/// its visible files are links through `..data`, which kubelet points to another folder in one step, and each of them
/// then has another stamp.
record FolderLook(Map<Path, Stamp> files, Map<Path, String> obstacles) {

    /// Deeper than any folder of manifests, and an end to a tree of links.
    private static final int MAX_DEPTH = 32;

    static final FolderLook NOTHING = new FolderLook(Map.of(), Map.of());

    /// What tells one version of a file from another: which file it is, how long, and when last written.
    record Stamp(String file, long size, FileTime modified) {

        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(String.valueOf(attributes.fileKey()), attributes.size(), attributes.lastModifiedTime());
        }
    }

    static FolderLook at(Path folder) {
        Visitor visitor = new Visitor(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, visitor);
        } catch (IOException impossible) {
            throw new UncheckedIOException("the visitor answers every failure itself", impossible);
        }
        return new FolderLook(visitor.files, visitor.obstacles);
    }

    static Optional<Stamp> stamp(Path file) {
        try {
            return Optional.of(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Does this look say nothing of `file`, because of something in the way?
    boolean hides(Path file) {
        return obstacles.keySet().stream().anyMatch(file::startsWith);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final Map<Path, Stamp> files = new TreeMap<>();
        private final Map<Path, String> obstacles = new TreeMap<>();

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(folder) || visible(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.equals(folder)) {
                obstacles.put(file, "not a folder any more");
            } else if (attributes.isRegularFile() && visible(file) && manifest(file)) {
                files.put(file, Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (file.equals(folder) && failure instanceof NoSuchFileException) {
                obstacles.put(file, "the folder is gone");
            } else if (visible(file) && !(failure instanceof NoSuchFileException)) {
                obstacles.put(file, problem(failure));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            if (failure != null) {
                obstacles.put(directory, problem(failure));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean visible(Path path) {
            Path name = path.getFileName();
            return name == null || !name.toString().startsWith(".");
        }

        private static boolean manifest(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        }
    }

    static String problem(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "may not be read (expected: permission to read it)";
            case FileSystemLoopException loop -> "a link that leads back to itself";
            default -> "cannot be read: " + failure.getMessage();
        };
    }
}
