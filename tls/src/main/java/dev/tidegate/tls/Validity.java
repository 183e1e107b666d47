package dev.tidegate.tls;

/// Where a moment lies in the period of a certificate. Source: RFC 5280 §4.1.2.5, both ends belong to the period.
public enum Validity {
    NOT_YET_VALID,
    VALID,
    EXPIRED
}
