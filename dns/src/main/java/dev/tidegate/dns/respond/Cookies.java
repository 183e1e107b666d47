package dev.tidegate.dns.respond;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.OPTRecord;

/// Proof of a client's address: who shows a cookie that was sent there before gets long answers over UDP.
///
/// A cookie is laid out as RFC 9018 has it, but hashed with HMAC-SHA-256, and its key lives as long as the process:
/// one of another replica, or of before a restart, proves nothing and is replaced by the answer, without a word.
///
/// Threads: any.
///
/// Source: RFC 7873 §4 and §5.2, RFC 9018 §4 (layout, times).
final class Cookies {

    private static final int SERVER_BYTES = 16;
    private static final int HASHED_FROM = 8;
    private static final byte VERSION = 1;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    /// `key`: not to be guessed.
    Cookies(byte[] key, InstantSource clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /// The cookie that a query carries; null if it has none.
    static @Nullable CookieOption of(@Nullable OPTRecord opt) {
        return opt == null
                ? null
                : opt.getOptions(EDNSOption.Code.COOKIE).stream()
                        .filter(CookieOption.class::isInstance)
                        .map(CookieOption.class::cast)
                        .findFirst()
                        .orElse(null);
    }

    boolean proves(@Nullable CookieOption shown, InetAddress client) {
        byte[] server = shown == null ? null : shown.getServerCookie().orElse(null);
        if (shown == null || server == null || server.length != SERVER_BYTES || server[0] != VERSION) {
            return false;
        }
        // RFC 1982 would let the seconds wrap in 2106; the difference does as well
        int age = now() - ByteBuffer.wrap(server).getInt(4);
        return age <= LONGEST.toSeconds()
                && age >= -AHEAD.toSeconds()
                && MessageDigest.isEqual(
                        server, sealed(shown.getClientCookie(), Arrays.copyOf(server, HASHED_FROM), client));
    }

    /// The client's part as it came, with a new one of ours.
    CookieOption fresh(CookieOption shown, InetAddress client) {
        byte[] head =
                ByteBuffer.allocate(HASHED_FROM).put(VERSION).putInt(4, now()).array();
        return new CookieOption(shown.getClientCookie(), sealed(shown.getClientCookie(), head, client));
    }

    private int now() {
        return (int) clock.instant().getEpochSecond();
    }

    private byte[] sealed(byte[] clientCookie, byte[] head, InetAddress client) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(clientCookie);
            mac.update(head);
            byte[] hash = mac.doFinal(client.getAddress());
            return ByteBuffer.allocate(SERVER_BYTES)
                    .put(head)
                    .put(hash, 0, SERVER_BYTES - HASHED_FROM)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
