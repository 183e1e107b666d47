package dev.tidegate.dns.respond;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// Counts what the responder does. Threads: any.
final class Tally {

    /// Types that are counted by name; the others together, so that strangers cannot make names.
    private static final int LARGEST_NAMED = 65;

    private static final String OTHER = "other";

    private final Map<String, LongAdder> questions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    final LongAdder dropped = new LongAdder();
    final LongAdder limited = new LongAdder();
    final LongAdder truncated = new LongAdder();
    final LongAdder connections = new LongAdder();
    final LongAdder refusedConnections = new LongAdder();
    final LongAdder faults = new LongAdder();

    void question(int type) {
        boolean named = (type > 0 && type <= LARGEST_NAMED) || type == Type.ANY;
        count(questions, named ? Type.string(type) : OTHER);
    }

    void answer(int rcode) {
        count(answers, Rcode.string(rcode));
    }

    private static void count(Map<String, LongAdder> counts, String name) {
        counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    ResponderCounts counts(int openConnections) {
        return new ResponderCounts(
                sums(questions),
                sums(answers),
                dropped.sum(),
                limited.sum(),
                truncated.sum(),
                connections.sum(),
                refusedConnections.sum(),
                openConnections,
                faults.sum());
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }
}
