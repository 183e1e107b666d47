package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.SessionCookie;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes the field that gives a client its session's cookie. Source: RFC 6265 §4.1; the attributes stand in
/// the order in which ingress-nginx has them.
public final class SetCookie {

    /// As nginx writes it, with the year in full where two digits would be taken for the past.
    private static final DateTimeFormatter DATE = date("yy");
    private static final DateTimeFormatter LATE_DATE = date("yyyy");
    private static final int LAST_SHORT_YEAR = 2037;

    /// Clients that take `SameSite=None` for `Strict`, or refuse the cookie.
    private static final Pattern MISREADS_NONE = Pattern.compile("Chrome/[456]\\d\\b|CPU iPhone OS 12|iPad; CPU OS 12");

    private SetCookie() {}

    /// `rulePath`: the path of the route. `encrypted`: did the request come by https?
    public static String of(
            SessionCookie cookie,
            Session session,
            String rulePath,
            boolean encrypted,
            @Nullable String userAgent,
            Instant now) {
        StringBuilder out = new StringBuilder(160);
        out.append(cookie.name()).append('=').append(session.text());
        cookie.expires().ifPresent(seconds -> out.append("; Expires=").append(date(now.plusSeconds(seconds))));
        cookie.maxAge().ifPresent(seconds -> out.append("; Max-Age=").append(seconds));
        cookie.domain().ifPresent(domain -> out.append("; Domain=").append(domain));
        out.append("; Path=").append(cookie.path().orElseGet(() -> path(rulePath)));
        if (encrypted || cookie.secure()) {
            out.append("; Secure");
        }
        out.append("; HttpOnly");
        cookie.sameSite()
                .filter(it -> !(cookie.spares() && it.equalsIgnoreCase("none") && misreadsNone(userAgent)))
                .ifPresent(it -> out.append("; SameSite=").append(it));
        return out.toString();
    }

    /// A rule's path may hold what would end the attribute; the cookie is then for the last directory before it.
    private static String path(String rulePath) {
        for (int i = 0; i < rulePath.length(); i++) {
            char c = rulePath.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == ';') {
                return rulePath.substring(0, rulePath.lastIndexOf('/', i) + 1);
            }
        }
        return rulePath;
    }

    private static String date(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return (utc.getYear() > LAST_SHORT_YEAR ? LATE_DATE : DATE).format(utc);
    }

    private static DateTimeFormatter date(String year) {
        return DateTimeFormatter.ofPattern("EEE, dd-MMM-" + year + " HH:mm:ss 'GMT'", Locale.ENGLISH);
    }

    /// Safari on macOS 10.14, beside the others; Chrome calls itself Safari too, and other versions of it are well.
    private static boolean misreadsNone(@Nullable String userAgent) {
        return userAgent != null
                && (MISREADS_NONE.matcher(userAgent).find()
                        || (userAgent.contains("Intel Mac OS X 10_14")
                                && userAgent.contains("Safari")
                                && !userAgent.contains("Chrome")));
    }
}
