package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.BackendId;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a session's cookie holds: what leads to the endpoint, and which backend's session it is.
///
/// As text, two numbers of 16 hexadecimal digits with a vertical bar between them. It comes from clients, who
/// may write into it what they like: whatever else they write is no session, and no number leads further than
/// to an endpoint that any client may have.
public record Session(long key, long backend) {

    private static final int DIGITS = 16;

    /// Null if the text is none of ours.
    public static @Nullable Session parse(@Nullable String text) {
        if (text == null || text.length() != 2 * DIGITS + 1 || text.charAt(DIGITS) != '|') {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != DIGITS && !HexFormat.isHexDigit(text.charAt(i))) {
                return null;
            }
        }
        return new Session(
                HexFormat.fromHexDigitsToLong(text, 0, DIGITS),
                HexFormat.fromHexDigitsToLong(text, DIGITS + 1, 2 * DIGITS + 1));
    }

    public static long backend(BackendId id) {
        return StableHash.of(id.value());
    }

    public String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(key) + "|" + hex.toHexDigits(backend);
    }
}
