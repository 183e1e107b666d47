package dev.tidegate.gateway.observe;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The line that ingress-nginx writes by default (`upstreaminfo`), followed by what only we know: reason, table
/// generation.
///
/// Quotes, backslashes, control characters and everything above ASCII are written `\xHH`, as nginx does; what is
/// absent is `-`.
public final class TextAccessFormat implements AccessFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private long second = -1;
    private String time = "";

    @Override
    public void append(AccessRecord record, StringBuilder out) {
        out.append(record.clientAddress())
                .append(" - - [")
                .append(time(record.endedAtMs()))
                .append("] \"");
        escape(record.method(), out);
        out.append(' ');
        escape(record.target(), out);
        out.append(' ').append(record.protocol()).append("\" ").append(record.status());
        out.append(' ').append(record.responseBytes()).append(" \"");
        escape(record.referer(), out);
        out.append("\" \"");
        escape(record.userAgent(), out);
        out.append("\" ").append(record.requestBytes()).append(' ');
        seconds(record.durationNs(), out);
        out.append(" [");
        upstreamName(record.owner(), out);
        out.append("] [] ").append(orDash(record.upstreamAddress())).append(' ');
        if (record.upstreamStatus() == null) {
            out.append("- - -");
        } else {
            out.append(record.responseBytes()).append(' ');
            seconds(record.upstreamNs(), out);
            out.append(' ').append(record.upstreamStatus());
        }
        out.append(' ').append(record.requestId());
        out.append(' ').append(record.reason() == null ? "-" : record.reason().code());
        out.append(' ').append(record.generation()).append('\n');
    }

    private String time(long epochMs) {
        if (epochMs / 1000 != second) {
            second = epochMs / 1000;
            time = TIME.format(Instant.ofEpochSecond(second));
        }
        return time;
    }

    private static void upstreamName(RequestOwner owner, StringBuilder out) {
        if (!owner.service().isEmpty()) {
            out.append(owner.namespace())
                    .append('-')
                    .append(owner.service())
                    .append('-')
                    .append(owner.servicePort());
        }
    }

    private static void seconds(long ns, StringBuilder out) {
        long ms = ns / 1_000_000;
        out.append(ms / 1000).append('.');
        long rest = ms % 1000;
        if (rest < 100) {
            out.append('0');
        }
        if (rest < 10) {
            out.append('0');
        }
        out.append(rest);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static void escape(@Nullable String text, StringBuilder out) {
        if (text == null) {
            out.append('-');
            return;
        }
        int clean = 0; // where what needs no escape began: it is copied in one go
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append(text, clean, i).append("\\x").append(hex(c >> 4)).append(hex(c));
                clean = i + 1;
            }
        }
        out.append(text, clean, text.length());
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xf, 16));
    }
}
