package dev.tidegate.e2e.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.Command;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Tidegate in a container, by Debian's runc.
record ImageContainer(String name, TidegateProcess tidegate, long startedInMs) implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// Ready to serve.
    static ImageContainer start(Bundle bundle, Bundle.Wishes wishes) {
        String name = "tidegate-test-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        bundle.write(ImageLayout.made().config(), wishes);
        long began = System.nanoTime();
        TidegateProcess started = null;
        try {
            started = TidegateProcess.startedBy(Command.privileged(
                    List.of("runc", "run", "--bundle", bundle.folder().toString(), name)));
            return new ImageContainer(name, started, (System.nanoTime() - began) / 1_000_000);
        } finally {
            if (started == null) {
                Command.run("runc", "delete", "--force", name);
            }
        }
    }

    /// Of the process that is number 1 inside.
    long pid() {
        return ImageLayout.json(Command.run("runc", "state", name).getBytes(UTF_8))
                .path("pid")
                .asLong();
    }

    @Override
    public void close() {
        Command.run("runc", "delete", "--force", name);
        tidegate.close();
    }
}
