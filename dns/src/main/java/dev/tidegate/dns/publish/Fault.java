package dev.tidegate.dns.publish;

/// Why a record store did not do what it was asked.
///
/// Source: RFC 2136 §2.2 and §3.8, RFC 8945 §5.2 and §5.3; of an API server, its HTTP codes.
public enum Fault {
    UNREACHABLE(true, true),
    SERVFAIL(true, true),
    /// It is not authoritative for the zone.
    NOTAUTH(true, false),
    /// The key's rights do not go so far.
    REFUSED(false, false),
    /// It does not know the key; of some servers (Knot) also: it does not let it do this.
    BADKEY(true, false),
    /// It knows the key with another secret.
    BADSIG(true, false),
    /// The clocks are too far apart.
    BADTIME(true, false),
    /// Its answer is not signed, or not with our key: it may be anybody's.
    UNVERIFIED(true, false),
    /// The name is not in the zone.
    NOTZONE(false, false),
    /// An API server: the account has not the right.
    FORBIDDEN(true, false),
    /// An API server: it does not have the kind.
    UNKNOWN_KIND(true, false),
    /// Whatever else it says.
    OTHER(false, false);

    private final boolean ofServer;
    private final boolean transientFault;

    Fault(boolean ofServer, boolean transientFault) {
        this.ofServer = ofServer;
        this.transientFault = transientFault;
    }

    /// Would it meet any other name just as well?
    public boolean ofServer() {
        return ofServer;
    }

    /// May it be gone when it is tried again at once?
    public boolean passes() {
        return transientFault;
    }
}
