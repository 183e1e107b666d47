package dev.tidegate.controller.process;

import dev.tidegate.controller.admin.DnsMetrics;
import dev.tidegate.controller.respond.DnsOptions;
import dev.tidegate.controller.respond.ServedNames;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.respond.Responder;
import dev.tidegate.dns.respond.ResponderException;
import dev.tidegate.dns.respond.ResponderOptions;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The responder of a running controller. Its port is bound before the controller is ready.
final class DnsPort implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DnsPort.class);

    private final Responder responder;

    private DnsPort(Responder responder) {
        this.responder = responder;
    }

    /// Fails: [StartException] if the port cannot be listened on; nothing is left running then.
    static DnsPort start(DnsOptions options, ServedNames names, PrometheusRegistry registry) {
        AtomicLong faults = new AtomicLong();
        Responder responder;
        try {
            responder =
                    Responder.start(ResponderOptions.of(options.address()), names::zones, fault -> tell(faults, fault));
        } catch (ResponderException taken) {
            throw new StartException(String.valueOf(taken.getMessage()), taken);
        }
        registry.register(new DnsMetrics(
                responder::counts, names::serial, () -> names.zones().records()));
        log.info(
                "dns: answers at {}:{}, over UDP and TCP, for {}",
                options.address().getAddress().getHostAddress(),
                responder.port(),
                String.join(", ", zones(options)));
        return new DnsPort(responder);
    }

    private static List<String> zones(DnsOptions options) {
        return Stream.concat(
                        options.zones().zones().stream().map(DomainName::text),
                        options.clusterDomain().stream().map(domain -> "Services and Pods in " + domain))
                .toList();
    }

    /// Each time that there were twice as many, as whoever found a packet that makes one can send more.
    private static void tell(AtomicLong faults, RuntimeException fault) {
        long count = faults.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            log.error("internal fault while answering a DNS question, the {}th", count, fault);
        }
    }

    int port() {
        return responder.port();
    }

    @Override
    public void close() {
        responder.close();
    }
}
