package dev.tidegate.controller.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What is kept beyond the end of the process.
final class LastGoodFlags {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--last-good",
            paramLabel = "FILE",
            description =
                    "Keep the last good objects here, private keys among them, and serve them after a restart if the"
                            + " source cannot be read. The file is made if there is none.")
    private Optional<Path> file = Optional.empty();

    /// Fails: [ParameterException] if no file can be there.
    Optional<Path> file() {
        file.ifPresent(path -> {
            Path folder = path.toAbsolutePath().getParent();
            if (Files.isDirectory(path)) {
                throw refused(path + ": a folder (expected: a file)");
            } else if (folder == null || !Files.isDirectory(folder)) {
                throw refused(path + ": no such folder: " + folder + " (expected: a folder for the file to be in)");
            }
        });
        return file;
    }

    private ParameterException refused(String problem) {
        return new ParameterException(spec.commandLine(), "--last-good " + problem);
    }
}
