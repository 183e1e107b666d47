package dev.tidegate.dns.zone;

import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Reads names from text.
///
/// Fails: `IllegalArgumentException` with one line that names the value and what was expected.
///
/// Source: RFC 1035 §2.3.4 (sizes).
public final class Names {

    private Names() {}

    /// With or without the dot at its end.
    public static Name absolute(String text) {
        return below(text, Name.root);
    }

    /// `label`: one or several; `web.shop` below `example.com.` is `web.shop.example.com.`.
    public static Name below(String label, Name parent) {
        try {
            if (label.isEmpty()) {
                throw wrong(label);
            }
            return Name.fromString(label, parent);
        } catch (TextParseException malformed) {
            throw wrong(label);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("name '" + text
                + "' (expected: labels of 1 to 63 characters with dots between them, at most 253 in all)");
    }
}
