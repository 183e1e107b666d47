package dev.tidegate.gateway.exchange;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The current time as HTTP writes it (RFC 9110 §5.6.7), formatted once a second. Threads: one event loop.
final class HttpDate {

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private long second = -1;
    private AsciiString text = AsciiString.EMPTY_STRING;

    HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    CharSequence now() {
        long now = clock.millis() / 1000;
        if (now != second) {
            second = now;
            text = AsciiString.of(IMF_FIXDATE.format(Instant.ofEpochSecond(now)));
        }
        return text;
    }
}
