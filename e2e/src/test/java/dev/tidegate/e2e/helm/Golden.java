package dev.tidegate.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that says what comes out. With `-Dgolden=write` it is written anew, and its diff is the review.
record Golden(Path file) {

    void check(String text) {
        if ("write".equals(System.getProperty("golden"))) {
            write(text);
        }
        assertThat(text).describedAs(file + " (rewritten with -Dgolden=write)").isEqualTo(Chart.read(file));
    }

    /// The part between the lines `<!-- name -->` and `<!-- /name -->`.
    void checkPart(String name, String text) {
        String whole = Chart.read(file);
        String begin = "<!-- " + name + " -->\n";
        String end = "\n<!-- /" + name + " -->";
        int from = whole.indexOf(begin) + begin.length();
        int to = whole.indexOf(end);
        assertThat(to).describedAs(file + ": the part " + name).isGreaterThanOrEqualTo(from);
        check(whole.substring(0, from) + text + whole.substring(to));
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file.toString(), unwritable);
        }
    }
}
