package dev.tidegate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder of manifests that a test edits.
public record ManifestDir(Path path) {

    /// Replaces the file as careful writers do: written aside, then renamed in one step.
    public ManifestDir put(String name, String text) {
        try {
            Path aside = path.resolve("." + name + ".new");
            Files.writeString(aside, text);
            Files.move(aside, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Writes over the file where it lies, as careless ones do.
    void overwrite(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
