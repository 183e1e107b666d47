package dev.tidegate.dns.respond;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a responder has done since it was started.
///
/// `questions`: well-formed ones by type (`A`; rare types together as `other`). `answers`: by code (`NXDOMAIN`), those
/// to malformed packets too. `dropped`: packets without an answer that were no question, or an answer themselves.
/// `limited`: answers beyond the rate, not sent or sent with TC. `truncated`: answers sent with TC. `connections`:
/// over TCP, and of them `refusedConnections` closed at once as one network had too many; `openConnections` now.
/// `faults`: errors of our own, which are to be 0.
public record ResponderCounts(
        Map<String, Long> questions,
        Map<String, Long> answers,
        long dropped,
        long limited,
        long truncated,
        long connections,
        long refusedConnections,
        int openConnections,
        long faults) {

    public ResponderCounts {
        questions = Collections.unmodifiableMap(new TreeMap<>(questions));
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
}
