package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// The blocks of a PEM text, in its order.
///
/// Text between blocks is a comment; lines may end as on Windows and may be indented. Source: RFC 7468 §2, §5.2.
record PemBlocks(String field, List<PemObject> blocks) {

    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern LABEL = Pattern.compile("[A-Z0-9 ]{1,32}");
    private static final int LABELS_NAMED = 4;

    PemBlocks {
        blocks = List.copyOf(blocks);
    }

    static PemBlocks read(String field, byte[] text, String expected) throws RefusedFieldException {
        if (text.length > MAX_BYTES) {
            throw new RefusedFieldException(field, "%d bytes (expected: at most %d)".formatted(text.length, MAX_BYTES));
        }
        String lines = new String(text, ISO_8859_1).lines().map(String::strip).collect(Collectors.joining("\n"));
        if (lines.isBlank()) {
            throw new RefusedFieldException(field, "empty (expected: %s)".formatted(expected));
        }
        PemBlocks found = new PemBlocks(field, split(field, lines));
        if (found.blocks.isEmpty()) {
            throw new RefusedFieldException(field, "not PEM (expected: %s)".formatted(expected));
        }
        return found;
    }

    private static List<PemObject> split(String field, String lines) throws RefusedFieldException {
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(lines))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
            // The reader stops without a word at a BEGIN line that it cannot read; what follows must not get lost.
            if (reader.readLine() == null) {
                return blocks;
            }
        } catch (IOException | RuntimeException malformed) {
            // What was malformed may be a part of the key, so the cause is not told.
        }
        throw new RefusedFieldException(
                field,
                "PEM block %d is malformed (expected: base64 between its BEGIN and END lines)"
                        .formatted(blocks.size() + 1));
    }

    /// The labels found, for a problem's text; one that is not written as labels are is not repeated.
    String labels() {
        String named = blocks.stream()
                .map(PemObject::getType)
                .map(label -> LABEL.matcher(label).matches() ? label : "an unknown label")
                .distinct()
                .limit(LABELS_NAMED)
                .collect(Collectors.joining(", "));
        return blocks.size() == 1 ? named : "%d blocks: %s".formatted(blocks.size(), named);
    }
}
