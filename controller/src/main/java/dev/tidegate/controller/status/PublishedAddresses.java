package dev.tidegate.controller.status;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last addresses that were known. A source that has none for a while, or does not answer, takes none away:
/// whoever reads an Ingress' status makes DNS records of it, and to withdraw those by mistake is an outage for all
/// hosts.
///
/// Threads: one.
final class PublishedAddresses {

    private static final Logger log = LoggerFactory.getLogger(PublishedAddresses.class);

    private final AddressSource source;
    private final long paceNs;
    private final long retryNs;
    private List<StatusAddress> known = List.of();
    private boolean read;
    private long readNs;
    private String told = "";

    /// `pace`: how often the source is asked. `retry`: how often as long as it knows nothing.
    PublishedAddresses(AddressSource source, Duration pace, Duration retry) {
        this.source = requireNonNull(source);
        this.paceNs = pace.toNanos();
        this.retryNs = retry.toNanos();
    }

    List<StatusAddress> known() {
        return known;
    }

    /// Asks the source, if it is time to.
    void refresh(long nowNs) {
        if (read && nowNs - readNs < (told.isEmpty() ? paceNs : retryNs)) {
            return;
        }
        read = true;
        readNs = nowNs;
        try {
            take(source.read());
        } catch (KubernetesClientException failure) {
            tell("not known: " + failure.getMessage());
        }
    }

    private void take(List<StatusAddress> addresses) {
        if (addresses.isEmpty()) {
            tell("none");
        } else if (!addresses.equals(known)) {
            known = addresses;
            told = "";
            log.info("addresses for Ingress status: {}, from {}", text(), source.describe());
        } else if (!told.isEmpty()) {
            told = "";
            log.info("addresses for Ingress status: {} again, from {}", text(), source.describe());
        }
    }

    private void tell(String problem) {
        if (!problem.equals(told)) {
            told = problem;
            log.warn(
                    "addresses for Ingress status: {}, from {}; {}",
                    problem,
                    source.describe(),
                    known.isEmpty() ? "no status is written" : "the last ones stay: " + text());
        }
    }

    private String text() {
        return String.join(", ", known.stream().map(StatusAddress::value).toList());
    }
}
