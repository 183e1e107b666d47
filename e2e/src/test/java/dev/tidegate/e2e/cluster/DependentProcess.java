package dev.tidegate.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that ends with us, however we end: its guard, a shell, kills it once our end of a pipe is gone.
///
/// What it says goes to a file, of which the last lines are told where something goes wrong.
final class DependentProcess implements AutoCloseable {

    /// Arguments: the command. The pipe is passed to the guard alone, so that the command cannot hold it open.
    private static final String GUARD = """
        exec 3<&0
        "$@" 3<&- </dev/null &
        child=$!
        { cat; kill -9 $child; } <&3 >/dev/null 2>&1 &
        wait $child
        """;

    private static final int LAST_LINES = 15;

    private final Process guard;
    private final Path log;

    private DependentProcess(Process guard, Path log) {
        this.guard = guard;
        this.log = log;
    }

    static DependentProcess start(List<String> command, Path log) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new DependentProcess(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean alive() {
        return guard.isAlive();
    }

    String lastWords() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Kills it, as a crash does, and waits for its end.
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            guard.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
