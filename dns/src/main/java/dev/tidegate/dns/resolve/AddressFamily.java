package dev.tidegate.dns.resolve;

/// The two kinds of addresses that a name may have, each asked for by a question of its own.
public enum AddressFamily {
    IPV4("A"),
    IPV6("AAAA");

    private final String record;

    AddressFamily(String record) {
        this.record = record;
    }

    /// The type of record that holds such an address.
    public String record() {
        return record;
    }

    /// Shape: an IP literal without brackets → its family.
    public static AddressFamily of(String address) {
        return address.indexOf(':') < 0 ? IPV4 : IPV6;
    }
}
