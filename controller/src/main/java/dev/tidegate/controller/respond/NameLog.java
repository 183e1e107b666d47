package dev.tidegate.controller.respond;

import dev.tidegate.controller.respond.NameInputs.Made;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs what has no name and ought to, once as long as that lasts.
///
/// Threads: one.
final class NameLog {

    private static final Logger log = LoggerFactory.getLogger(NameLog.class);
    private static final int MOST_LINES = 20;

    private Set<String> before = Set.of();
    private boolean lacking;

    void tell(Made made) {
        List<String> fresh =
                made.faults().stream().filter(it -> !before.contains(it)).toList();
        fresh.stream().limit(MOST_LINES).forEach(line -> log.warn("dns: {}", line));
        if (fresh.size() > MOST_LINES) {
            log.warn("dns: and {} more of that kind", fresh.size() - MOST_LINES);
        }
        before = new HashSet<>(made.faults());
        if (made.lacking() > 0 && !lacking) {
            log.warn(
                    "dns: {} names lead nowhere, as no address of the gateway is known; they are answered with SERVFAIL"
                            + " (expected: --publish-service, --publish-status-address or --dns-target)",
                    made.lacking());
        } else if (made.lacking() == 0 && lacking) {
            log.info("dns: the addresses of the gateway are known; all names lead there");
        }
        lacking = made.lacking() > 0;
    }
}
