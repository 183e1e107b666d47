package dev.tidegate.dns.rfc2136;

import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.record.DomainName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIGRecord;

/// Asks one server, signed and believing only what is signed: over UDP, and over TCP what does not fit.
///
/// Threads: any, one question at a time each; a call blocks, for as long as the attempts and their pauses take.
final class Conversation {

    private final NameServer server;
    private final Optional<SimpleResolver> known;
    private final Backoff backoff;

    Conversation(NameServer server, Backoff backoff) {
        this.server = server;
        this.backoff = backoff;
        this.known = Optional.of(server.address())
                .filter(address -> !address.isUnresolved())
                .map(this::resolver);
    }

    private SimpleResolver resolver(InetSocketAddress address) {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setTimeout(server.timeout());
        server.key().ifPresent(key -> resolver.setTSIGKey(key.signer()));
        return resolver;
    }

    private SimpleResolver resolver() throws IOException {
        Optional<SimpleResolver> found = known.or(() -> server.resolved().map(this::resolver));
        return found.orElseThrow(() -> new UnknownHostException(server.address().getHostString()));
    }

    /// `about`: the name that it is about. `expected`: codes that are answers too, besides NOERROR.
    Message ask(Message question, DomainName zone, DomainName about, Integer... expected) throws Failure.Thrown {
        for (int attempt = 1; ; attempt++) {
            Failure failure;
            try {
                Message answer = resolver().send(question.clone());
                Fault fault = fault(answer, List.of(expected));
                if (fault == null) {
                    return answer;
                }
                failure = failure(fault, Rcode.string(answer.getRcode()), zone, about, update(question));
            } catch (UnknownHostException nowhere) {
                failure = failure(Fault.UNREACHABLE, "its name has no address", zone, about, update(question));
            } catch (IOException silent) {
                failure = failure(Fault.UNREACHABLE, "", zone, about, update(question));
            }
            if (!failure.fault().passes() || attempt >= backoff.attempts() || !waited(attempt)) {
                throw new Failure.Thrown(failure);
            }
        }
    }

    private static boolean update(Message question) {
        return question.getHeader().getOpcode() == Opcode.UPDATE;
    }

    private boolean waited(int failures) {
        try {
            Thread.sleep(backoff.pause(failures));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Null: none. What an unsigned error says is told, as a server that does not know a key cannot sign; it is never
    /// taken for a success.
    private @Nullable Fault fault(Message answer, List<Integer> expected) {
        int rcode = answer.getRcode();
        TSIGRecord signature = answer.getTSIG();
        if (rcode == Rcode.NOTAUTH && signature != null) {
            return switch (signature.getError()) {
                case Rcode.BADKEY -> Fault.BADKEY;
                case Rcode.BADSIG -> Fault.BADSIG;
                case Rcode.BADTIME -> Fault.BADTIME;
                default -> Fault.NOTAUTH;
            };
        }
        if (rcode == Rcode.NOERROR || expected.contains(rcode)) {
            return server.key().isPresent() && !answer.isVerified() ? Fault.UNVERIFIED : null;
        }
        return switch (rcode) {
            case Rcode.NOTAUTH -> Fault.NOTAUTH;
            case Rcode.REFUSED -> Fault.REFUSED;
            case Rcode.NOTZONE -> Fault.NOTZONE;
            case Rcode.SERVFAIL -> Fault.SERVFAIL;
            default -> Fault.OTHER;
        };
    }

    /// `code`: what the server said, if anything.
    Failure failure(Fault fault, String code, DomainName zone, DomainName about, boolean update) {
        String problem =
                switch (fault) {
                    case UNREACHABLE ->
                        "does not answer (expected: an answer within "
                                + server.timeout().toMillis() + " ms)" + (code.isEmpty() ? "" : ": " + code);
                    case NOTAUTH -> "says NOTAUTH (expected: a server that is authoritative for the zone)";
                    case REFUSED ->
                        "says REFUSED (expected: one that lets " + server.keyText()
                                + (update ? " change A, AAAA, CNAME and TXT there)" : " ask for it)");
                    case BADKEY ->
                        "does not know " + server.keyText()
                                + ", or not for this (expected: its name and algorithm there, and the right to "
                                + (update ? "update)" : "ask)");
                    case BADSIG -> "knows " + server.keyText() + " with another secret (expected: the same)";
                    case BADTIME -> "has another time (expected: clocks within 5 minutes of each other)";
                    case UNVERIFIED ->
                        "does not sign its answer (expected: an answer signed with " + server.keyText() + ")";
                    case NOTZONE -> "says NOTZONE (expected: a zone that holds the name)";
                    case SERVFAIL, FORBIDDEN, UNKNOWN_KIND, OTHER -> "says " + code + " (expected: NOERROR)";
                };
        return new Failure(zone, fault, server + ", zone " + zone + ", name " + about + ": it " + problem);
    }
}
