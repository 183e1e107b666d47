package dev.tidegate.gateway.exchange;

import org.jspecify.annotations.Nullable;

/// Which endpoints an exchange tried and what each answered, as the access log lists them: joined by `, `.
final class UpstreamTrace {

    private @Nullable String addresses;
    private @Nullable String statuses;
    private long ns;

    void tried(String address) {
        addresses = addresses == null ? address : addresses + ", " + address;
    }

    void answered(String status) {
        statuses = statuses == null ? status : statuses + ", " + status;
    }

    void took(long attemptNs) {
        ns += attemptNs;
    }

    @Nullable
    String addresses() {
        return addresses;
    }

    @Nullable
    String statuses() {
        return statuses;
    }

    long ns() {
        return ns;
    }
}
