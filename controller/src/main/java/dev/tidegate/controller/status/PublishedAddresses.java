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
/// Threads: any; who refreshes waits for who does already.
public final class PublishedAddresses {

    private static final Logger log = LoggerFactory.getLogger(PublishedAddresses.class);

    private final AddressSource source;
    private final long paceNs;
    private final long retryNs;
    private volatile List<StatusAddress> known = List.of();
    private boolean read;
    private long readNs;
    private String told = "";

    /// `pace`: how often the source is asked. `retry`: how often as long as it knows nothing.
    PublishedAddresses(AddressSource source, Duration pace, Duration retry) {
        this.source = requireNonNull(source);
        this.paceNs = pace.toNanos();
        this.retryNs = retry.toNanos();
    }

    /// How often a source is asked at this pace: a Service more often than nodes.
    public static PublishedAddresses of(AddressSource source, StatusPace pace) {
        return new PublishedAddresses(
                source, source instanceof NodeAddresses ? pace.recheck() : pace.retry(), pace.retry());
    }

    public List<StatusAddress> known() {
        return known;
    }

    /// Asks the source, if it is time to.
    public synchronized void refresh(long nowNs) {
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
            log.info("addresses at which we are reached: {}, from {}", text(), source.describe());
        } else if (!told.isEmpty()) {
            told = "";
            log.info("addresses at which we are reached: {} again, from {}", text(), source.describe());
        }
    }

    private void tell(String problem) {
        if (!problem.equals(told)) {
            told = problem;
            log.warn(
                    "addresses at which we are reached: {}, from {}; {}",
                    problem,
                    source.describe(),
                    known.isEmpty() ? "none is written into status or DNS" : "the last ones stay: " + text());
        }
    }

    private String text() {
        return String.join(", ", known.stream().map(StatusAddress::value).toList());
    }
}
