package dev.tidegate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The Netty that runs is the one that was chosen: older ones have request-smuggling CVEs, and any dependency may
/// drag one in. The controller's class path is part of this module's.
class NettyPinTest {

    private static final String GROUP = "META-INF/maven/io.netty/";

    @Test
    void every_netty_jar_has_the_pinned_version() {
        assertThat(jars("netty-").filter(jar -> !name(jar).startsWith("netty-tcnative-")))
                .hasSizeGreaterThan(5)
                .allSatisfy(jar -> assertThat(version(jar)).as(name(jar)).isEqualTo(pinned("netty.version")));
    }

    @Test
    void every_tcnative_jar_has_the_pinned_version() {
        assertThat(jars("netty-tcnative-"))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(version(jar)).as(name(jar)).isEqualTo(pinned("netty.tcnative.version")));
    }

    /// As the parent POM says, which hands it to the tests.
    private static String pinned(String property) {
        String version = System.getProperty(property);
        assertThat(version).as(property).isNotBlank();
        return version;
    }

    private static Stream<Path> jars(String prefix) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> name(jar).startsWith(prefix));
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    /// As the jar itself says, whatever it is called.
    private static String version(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            JarEntry entry = jar.stream()
                    .filter(each ->
                            each.getName().startsWith(GROUP) && each.getName().endsWith("/pom.properties"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(path + " does not say its version"));
            Properties properties = new Properties();
            try (InputStream in = jar.getInputStream(entry)) {
                properties.load(in);
            }
            return properties.getProperty("version", "");
        }
    }
}
