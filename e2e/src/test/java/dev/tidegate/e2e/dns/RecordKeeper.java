package dev.tidegate.e2e.dns;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.HttpConnection;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import java.io.IOException;

/// A Tidegate that keeps records, and what it says of them.
record RecordKeeper(TidegateProcess process) implements AutoCloseable {

    /// `name`: without `tidegate_dns_`.
    double metric(String name) {
        return Metric.of(process, "tidegate_dns_" + name);
    }

    /// Names of which it says for this reason that it does nothing there.
    double withheld(String reason) {
        return metric("withheld_names{reason=\"" + reason + "\"}");
    }

    /// What it knows of a host, as `/api/explain` has it.
    String explained(String host) {
        return process.admin("/api/explain?url=http://" + host + "/").body();
    }

    /// Until it says of the host's records that they are in that state, in so many words; empty: in any.
    void awaitExplained(String host, String state, String because) {
        Await.until(host + " is " + state + ": " + because, () -> {
            String explained = explained(host);
            return explained.contains("\"state\":\"" + state + "\"") && explained.contains(because);
        });
    }

    /// Until it has read the zone once more, and had nothing to do there. Needs [HostFolder#OFTEN].
    void awaitReadAgain() {
        double began = metric("settled_timestamp_seconds");
        // the clock of this metric counts whole seconds, so one more than the interval is surely another reading
        Await.until("it has read again", () -> metric("settled_timestamp_seconds") > began + HostFolder.OFTEN_SECONDS);
    }

    /// Is there a route to the host? Whether something answers behind it is another matter.
    boolean routes(String host) throws IOException {
        try (HttpConnection client = HttpConnection.cleartext(process.ports().http())) {
            return !client.get(host, "/").field("tidegate-reason").orElse("").equals("no-host");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
