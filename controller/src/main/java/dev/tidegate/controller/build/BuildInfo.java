package dev.tidegate.controller.build;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Tidegate this is: its version, and the commit it was built from (`local` where nobody said).
public record BuildInfo(String version, String build) {

    public static final BuildInfo CURRENT = read();

    public BuildInfo {
        requireNonNull(version);
        requireNonNull(build);
    }

    /// `tidegate 0.1.0 (build 1a2b3c4, Java 25.0.3)`
    public String text() {
        return "tidegate " + version + " (build " + build + ", Java " + Runtime.version() + ")";
    }

    private static BuildInfo read() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            properties.load(requireNonNull(in, "build.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new BuildInfo(properties.getProperty("version", ""), properties.getProperty("build", ""));
    }
}
