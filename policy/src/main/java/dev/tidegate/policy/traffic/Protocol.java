package dev.tidegate.policy.traffic;

/// The protocols that policies speak of. What they mean for any other, ICMP for one, is undefined.
public enum Protocol {
    TCP,
    UDP,
    SCTP
}
