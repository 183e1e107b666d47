package dev.tidegate.dns.resolve;

/// What a name server may deny. Source: RFC 2308 §2.
public enum Absence {
    NO_SUCH_NAME("no such name"),
    NO_ADDRESS("a name without an address");

    private final String text;

    Absence(String text) {
        this.text = text;
    }

    /// For people: `no such name`.
    public String text() {
        return text;
    }
}
