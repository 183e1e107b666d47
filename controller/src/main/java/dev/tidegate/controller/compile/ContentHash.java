package dev.tidegate.controller.compile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// 128 bits that are equal for equal content, in any process.
///
/// A part's hash is taken from its text once, when the part is made; the hash of a table is the sum of its parts'. A
/// sum needs no order and costs one addition a part, so the digest of a table that changed in one place is nearly
/// free. It tells tables apart; it is no defence against somebody who builds two that collide.
record ContentHash(long high, long low) {

    static final ContentHash ZERO = new ContentHash(0, 0);

    /// Values of the routing table print all that they hold, and hold nothing whose text depends on the process.
    static ContentHash of(Object part) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(part.toString().getBytes(StandardCharsets.UTF_8)));
            return new ContentHash(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    ContentHash plus(ContentHash other) {
        return new ContentHash(high + other.high, low + other.low);
    }

    ContentHash minus(ContentHash other) {
        return new ContentHash(high - other.high, low - other.low);
    }

    String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
