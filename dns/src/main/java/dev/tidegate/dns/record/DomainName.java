package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name as it stands in a zone: absolute, lower case, A-labels, without the trailing dot.
///
/// Shape: `shop.example.com`, `*.example.com`. The constructor takes any name that a zone may hold, an ownership
/// record's `a-*.example.com` too; [#host] takes only what a host may be called. [#ROOT] alone has no text, and is only
/// ever a zone.
///
/// Fails: `IllegalArgumentException` with one line that names the value and what was expected.
///
/// Source: RFC 1035 §2.3.4 (sizes), RFC 4592 §2.1.1 (a wildcard is a first label `*`), RFC 5890 §2.3.2.1 (A-labels).
public record DomainName(String text) implements Comparable<DomainName> {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String LABELS = "labels of letters, digits, - and _, none empty";
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?");

    /// Read in one way by IDNA 2003 and in another by IDNA 2008 (UTS #46 §2.3): either may be another owner's name.
    private static final Pattern DEVIATING = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private static final String WILDCARD = "*.";

    /// The zone that every name is in (RFC 1034 §3.1).
    public static final DomainName ROOT = new DomainName("");

    public DomainName {
        requireNonNull(text);
        if (text.length() > LONGEST) {
            throw wrong(text, "1 to " + LONGEST + " characters");
        }
        int begin = 0;
        for (int end = 0; end <= text.length() && !text.isEmpty(); end++) {
            if (end == text.length() || text.charAt(end) == '.') {
                checkLabel(text, end - begin);
                begin = end + 1;
            } else if (!inLabel(text.charAt(end))) {
                throw wrong(text, LABELS);
            }
        }
    }

    private static void checkLabel(String text, int length) {
        if (length > LONGEST_LABEL) {
            throw wrong(text, "labels of at most " + LONGEST_LABEL + " characters");
        }
        if (length == 0) {
            throw wrong(text, LABELS);
        }
    }

    /// By hand, as a plan for ten thousand hosts makes some hundred thousand names.
    private static boolean inLabel(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '*';
    }

    /// Shape: what somebody wrote, in any case, with or without the trailing dot, U-labels allowed → the name.
    public static DomainName of(String written) {
        String trimmed = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (trimmed.isEmpty()) {
            throw wrong(written, "1 to " + LONGEST + " characters");
        }
        return new DomainName(ascii(trimmed).toLowerCase(Locale.ROOT));
    }

    /// The same, for a host: `*` only as the whole first label, and no label that begins or ends with `-`.
    public static DomainName host(String written) {
        DomainName name = of(written);
        String exact = name.wildcard() ? name.text.substring(WILDCARD.length()) : name.text;
        for (String label : exact.split("\\.", -1)) {
            if (!HOST_LABEL.matcher(label).matches()) {
                throw wrong(written, "a host name, or one with *. before it");
            }
        }
        return name;
    }

    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        if (DEVIATING.matcher(text).find()) {
            throw wrong(text, "its A-label (xn--…), as standards differ over one of its characters");
        }
        try {
            return IDN.toASCII(text);
        } catch (IllegalArgumentException noLabel) {
            throw wrong(text, "a name that can be written in A-labels");
        }
    }

    private static IllegalArgumentException wrong(String text, String expected) {
        return new IllegalArgumentException("name '" + text + "' (expected: " + expected + ")");
    }

    public boolean wildcard() {
        return text.startsWith(WILDCARD);
    }

    /// Is it that name, or one below it?
    public boolean within(DomainName zone) {
        return zone.text.isEmpty() || text.equals(zone.text) || text.endsWith("." + zone.text);
    }

    public String firstLabel() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    @Override
    public int compareTo(DomainName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "." : text;
    }
}
