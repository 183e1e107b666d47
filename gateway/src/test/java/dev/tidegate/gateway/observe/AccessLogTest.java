package dev.tidegate.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is offered is written, in order and as UTF-8, and what cannot be written is counted.
class AccessLogTest {

    private static final AccessFormat TARGETS =
            (record, out) -> out.append(record.target()).append('\n');

    private static AccessRecord of(String target) {
        return new AccessRecord(
                0,
                0,
                "192.0.2.1",
                "GET",
                target,
                "HTTP/1.1",
                "http",
                "shop.example",
                200,
                0,
                0,
                null,
                null,
                "id",
                RequestOwner.NOBODY,
                null,
                null,
                0,
                1,
                null);
    }

    private static String written(List<String> targets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AccessLog log = AccessLog.start(TARGETS, out);
        targets.forEach(target -> log.offer(of(target)));
        log.close();
        assertThat(log.dropped()).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void all_that_is_queued_when_it_closes_is_written_in_order() {
        List<String> targets = IntStream.range(0, 5_000)
                .mapToObj(i -> "/" + "x".repeat(i % 300) + i)
                .toList();
        assertThat(written(targets)).isEqualTo(targets.stream().collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void text_beyond_ascii_is_utf_8() {
        assertThat(written(List.of("/grün", "/зелёный", "/绿", "/🌊"))).isEqualTo("/grün\n/зелёный\n/绿\n/🌊\n");
    }

    @Test
    void half_a_character_is_replaced_and_harms_no_other_line() {
        assertThat(written(List.of("/a\ud83c", "/b"))).isEqualTo("/a?\n/b\n");
    }

    @Test
    void a_line_that_the_stream_refuses_is_counted_and_the_next_is_written() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        OutputStream moody = new OutputStream() {
            @Override
            public void write(int one) {
                kept.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (new String(bytes, from, length, StandardCharsets.UTF_8).startsWith("/refused")) {
                    throw new IOException("no space left");
                }
                kept.write(bytes, from, length);
            }
        };
        AccessLog log = AccessLog.start(TARGETS, moody);
        log.offer(of("/refused"));
        await().until(() -> log.dropped() == 1);
        log.offer(of("/written"));
        log.close();
        assertThat(kept.toString(StandardCharsets.UTF_8)).isEqualTo("/written\n");
    }
}
