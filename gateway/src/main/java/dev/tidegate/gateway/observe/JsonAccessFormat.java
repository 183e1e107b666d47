package dev.tidegate.gateway.observe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One JSON object a line (RFC 8259), with the names that ingress-nginx users give these values. Absent ones are left
/// out.
public final class JsonAccessFormat implements AccessFormat {

    private long second = -1;
    private String time = "";

    @Override
    public void append(AccessRecord record, StringBuilder out) {
        out.append('{');
        time(record.endedAtMs(), out);
        text("remote_addr", record.clientAddress(), out);
        text("method", record.method(), out);
        text("uri", record.target(), out);
        text("protocol", record.protocol(), out);
        text("scheme", record.scheme(), out);
        text("host", record.host(), out);
        number("status", record.status(), out);
        number("request_length", record.requestBytes(), out);
        number("body_bytes_sent", record.responseBytes(), out);
        number("request_time_us", record.durationNs() / 1000, out);
        text("http_referer", record.referer(), out);
        text("http_user_agent", record.userAgent(), out);
        text("req_id", record.requestId(), out);
        owner(record.owner(), out);
        text("upstream_addr", record.upstreamAddress(), out);
        text("upstream_status", record.upstreamStatus(), out);
        if (record.upstreamStatus() != null) {
            number("upstream_time_us", record.upstreamNs() / 1000, out);
        }
        text("reason", record.reason() == null ? null : record.reason().code(), out);
        number("generation", record.generation(), out);
        out.setLength(out.length() - 1);
        out.append("}\n");
    }

    /// RFC 3339 in UTC, the seconds made once a second.
    private void time(long epochMs, StringBuilder out) {
        if (Math.floorDiv(epochMs, 1000) != second) {
            second = Math.floorDiv(epochMs, 1000);
            String whole = Instant.ofEpochSecond(second).toString();
            time = whole.substring(0, whole.length() - 1);
        }
        int ms = Math.floorMod(epochMs, 1000);
        out.append("\"time\":\"").append(time);
        out.append('.').append((char) ('0' + ms / 100));
        out.append((char) ('0' + ms / 10 % 10)).append((char) ('0' + ms % 10)).append("Z\",");
    }

    private static void owner(RequestOwner owner, StringBuilder out) {
        if (!owner.ingress().isEmpty()) {
            text("namespace", owner.namespace(), out);
            text("ingress_name", owner.ingress(), out);
            text("service_name", owner.service(), out);
            text("service_port", owner.servicePort(), out);
        }
    }

    private static void number(String name, long value, StringBuilder out) {
        out.append('"').append(name).append("\":").append(value).append(',');
    }

    private static void text(String name, @Nullable String value, StringBuilder out) {
        if (value != null) {
            out.append('"').append(name).append("\":\"");
            escape(value, out);
            out.append("\",");
        }
    }

    private static void escape(String value, StringBuilder out) {
        int clean = 0; // where what needs no escape began: it is copied in one go
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append(value, clean, i).append('\\').append(c);
                clean = i + 1;
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                out.append(value, clean, i).append("\\u");
                out.append("0000", 0, 4 - Integer.toHexString(c).length()).append(Integer.toHexString(c));
                clean = i + 1;
            }
        }
        out.append(value, clean, value.length());
    }
}
