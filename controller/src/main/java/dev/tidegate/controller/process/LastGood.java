package dev.tidegate.controller.process;

import dev.tidegate.controller.lastgood.LastGoodFile;
import dev.tidegate.controller.lastgood.LastGoodKeeper;
import dev.tidegate.controller.lastgood.LastGoodRefused;
import dev.tidegate.controller.publish.Publisher;
import dev.tidegate.controller.snapshot.Remembered;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `--last-good`: what an earlier process left, and the keeping of what this one knows.
///
/// A file that cannot be used is told in one line, and the process does without it.
final class LastGood implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LastGood.class);

    private Optional<Remembered> remembered;
    private final Optional<Instant> rememberedAt;
    private final Optional<LastGoodKeeper> keeper;

    private LastGood(Optional<Remembered> remembered, Optional<LastGoodKeeper> keeper) {
        this.remembered = remembered;
        this.rememberedAt = remembered.map(Remembered::at);
        this.keeper = keeper;
    }

    static LastGood none() {
        return new LastGood(Optional.empty(), Optional.empty());
    }

    /// `source`: whose objects they are, for people.
    static LastGood open(Path file, String source, InstantSource clock) {
        try {
            LastGoodFile.Opened opened = LastGoodFile.open(file, source);
            opened.notice().ifPresent(log::error);
            Optional<Remembered> remembered = opened.file().recall();
            remembered.ifPresent(it -> log.info(
                    "--last-good {}: remembers {} Ingresses, as they were {} s ago",
                    file,
                    it.snapshot().ingresses().size(),
                    Duration.between(it.at(), clock.instant()).toSeconds()));
            return new LastGood(remembered, Optional.of(new LastGoodKeeper(opened.file(), clock)));
        } catch (LastGoodRefused refused) {
            log.error("{}; going on without it", refused.line());
            return none();
        }
    }

    /// What the process before left, once: it is large.
    Optional<Remembered> recall() {
        Optional<Remembered> recalled = remembered;
        remembered = Optional.empty();
        return recalled;
    }

    /// When what a restart would find was written: by this process, or by the one before.
    Optional<Instant> writtenAt() {
        return keeper.flatMap(LastGoodKeeper::written).or(() -> rememberedAt);
    }

    void follow(Publisher publisher) {
        keeper.ifPresent(it -> {
            it.start();
            publisher.subscribe(it);
        });
    }

    @Override
    public void close() {
        keeper.ifPresent(LastGoodKeeper::close);
    }
}
