package dev.tidegate.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The one runnable jar that the build made, and how the launcher starts it.
final class Artifact {

    private Artifact() {}

    /// The whole command line; `jvmFlags` come after the launcher's, as `TIDEGATE_JVM` does.
    static List<String> command(List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + jar().resolveSibling("../jvm-flags").normalize());
        command.addAll(jvmFlags);
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(arguments);
        return command;
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("tidegate.jar", "../controller/target/tidegate.jar"))
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError(jar + ": no such file (expected: the controller's jar, made by `mvn package`)");
        }
        return jar;
    }
}
