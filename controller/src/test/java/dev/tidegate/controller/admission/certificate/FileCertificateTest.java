package dev.tidegate.controller.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.controller.admission.AdmissionOptions.CertificateOrigin;
import dev.tidegate.tls.IssuedCertificate;
import dev.tidegate.tls.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody else keeps.
final class FileCertificateTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private final ServedCertificate served = new ServedCertificate(CLOCK);

    @Test
    void what_they_hold_is_presented_and_what_they_hold_next() throws Exception {
        FileCertificate files = files();
        write(IssuedCertificate.issue(List.of("one.svc"), CLOCK.instant()));
        files.look();
        assertThat(presents().names().cover("one.svc")).isTrue();
        write(IssuedCertificate.issue(List.of("two.svc"), CLOCK.instant()));
        files.look();
        assertThat(presents().names().cover("two.svc")).isTrue();
    }

    @Test
    void files_that_are_not_there_are_told() {
        assertThatThrownBy(files()::look)
                .isInstanceOf(CertificateTrouble.class)
                .hasMessage("--validating-webhook-certificate " + folder.resolve("tls.crt")
                        + ": no such file (expected: PEM)");
        assertThat(served.notAfter()).isEmpty();
    }

    @Test
    void what_they_last_held_stays_while_they_hold_nothing_of_use() throws Exception {
        FileCertificate files = files();
        write(IssuedCertificate.issue(List.of("one.svc"), CLOCK.instant()));
        files.look();
        IssuedCertificate another = IssuedCertificate.issue(List.of("two.svc"), CLOCK.instant());
        Files.write(folder.resolve("tls.crt"), another.certificate());
        assertThatThrownBy(files::look)
                .hasMessageStartingWith("--validating-webhook-key " + folder.resolve("tls.key")
                        + ": EC key that belongs to another certificate (expected: ");
        assertThat(presents().names().cover("one.svc")).isTrue();

        Files.write(folder.resolve("tls.key"), another.key());
        files.look();
        assertThat(presents().names().cover("two.svc")).isTrue();
    }

    @Test
    void pauses_grow_with_failures_up_to_a_bound() {
        KeepPace pace = new KeepPace(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(List.of(0, 1, 2, 3, 6, 7, 8, 1_000))
                .extracting(pace::after)
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 1L, 2L, 4L, 32L, 60L, 60L, 60L);
    }

    private FileCertificate files() {
        return new FileCertificate(
                new CertificateOrigin.Files(folder.resolve("tls.crt"), folder.resolve("tls.key")), served);
    }

    private void write(IssuedCertificate issued) throws IOException {
        Files.write(folder.resolve("tls.crt"), issued.certificate());
        Files.write(folder.resolve("tls.key"), issued.key());
    }

    private ServerCertificate presents() {
        return served.index().defaultCertificate();
    }
}
