package dev.tidegate.controller.externaldns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Stands for a text where it cannot stand itself: `x-0123456789abcdef`.
final class Mark {

    /// So that nobody finds a text with the mark of another's by trying.
    private static final int BYTES = 8;

    private Mark() {}

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "x-" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isLike(String text) {
        return text.startsWith("x-");
    }
}
