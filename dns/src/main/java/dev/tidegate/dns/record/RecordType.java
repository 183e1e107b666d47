package dev.tidegate.dns.record;

/// The types of records that make a host's name resolve.
public enum RecordType {
    A,
    AAAA,
    CNAME
}
