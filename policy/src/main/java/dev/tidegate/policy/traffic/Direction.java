package dev.tidegate.policy.traffic;

/// From which end of a connection a rule looks at it: at its arrival, or at its departure.
public enum Direction {
    INGRESS("ingress", "from"),
    EGRESS("egress", "to");

    private final String word;
    private final String peers;

    Direction(String word, String peers) {
        this.word = word;
        this.peers = peers;
    }

    /// The field of a policy's spec that holds the rules of this direction.
    public String word() {
        return word;
    }

    /// The field of a rule that holds the peers.
    public String peers() {
        return peers;
    }
}
