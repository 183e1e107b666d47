package dev.tidegate.controller.source.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final List<String> taken = new ArrayList<>();
    private final Lines lines = new Lines(line -> taken.add(new String(line, UTF_8)));

    @Property(tries = 200)
    void wherever_the_stream_is_cut_the_lines_are_the_same(
            @ForAll List<String> texts, @ForAll @IntRange(min = 1, max = 7) int chunk) throws IOException {
        List<String> expected = texts.stream()
                .map(text -> new String(text.replace("\n", "").getBytes(UTF_8), UTF_8))
                .toList();
        List<String> seen = new ArrayList<>();
        Lines cut = new Lines(line -> seen.add(new String(line, UTF_8)));
        byte[] all = String.join("", expected.stream().map(text -> text + "\n").toList())
                .getBytes(UTF_8);
        for (int at = 0; at < all.length; at += chunk) {
            cut.take(List.of(ByteBuffer.wrap(all, at, Math.min(chunk, all.length - at))));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void what_has_no_end_yet_is_not_told() throws IOException {
        lines.take(List.of(ByteBuffer.wrap("one\ntw".getBytes(UTF_8))));
        assertThat(taken).containsExactly("one");
        lines.take(List.of(ByteBuffer.wrap("o\n".getBytes(UTF_8))));
        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void a_line_without_end_is_refused() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5; i++) {
                        lines.take(List.of(ByteBuffer.allocate(1 << 20)));
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
