package dev.tidegate.dns.resolve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks for the addresses of a name, once: both families, through aliases, along the search list.
///
/// A server's failure ends the search: to go on with another name would hand a name's requests to whoever owns the
/// next one, for as long as the first one's server is down.
///
/// Threads: any; a call blocks, which is meant for virtual threads. Fails: never; what went wrong is an answer.
public final class Lookup {

    private static final Answer ENDLESS =
            new Answer.Failed("more than " + AliasChain.LONGEST + " aliases, or a circle of them");

    private final ResolvConf conf;
    private final NameServers servers;

    public Lookup(ResolvConf conf) {
        this.conf = conf;
        this.servers = new NameServers(conf);
    }

    /// Shape: a name, absolute if it ends in a dot → what is known of it.
    public Answer ask(String text) {
        Name name;
        try {
            name = Name.fromString(text);
        } catch (TextParseException malformed) {
            return new Answer.Failed("not a name");
        }
        List<Answer.Missing> denied = new ArrayList<>();
        for (Name candidate : conf.candidates(name)) {
            switch (both(candidate)) {
                case Answer.Missing missing -> denied.add(missing);
                case Answer.Found found -> {
                    return found;
                }
                case Answer.Half half -> {
                    return half;
                }
                case Answer.Failed failed -> {
                    return failed;
                }
            }
        }
        return denied.stream()
                .reduce(Lookup::either)
                .map(Answer.class::cast)
                .orElseGet(() -> new Answer.Missing(Absence.NO_SUCH_NAME, Duration.ZERO));
    }

    private static Answer.Missing either(Answer.Missing one, Answer.Missing other) {
        boolean exists = one.absence() == Absence.NO_ADDRESS || other.absence() == Absence.NO_ADDRESS;
        return new Answer.Missing(exists ? Absence.NO_ADDRESS : Absence.NO_SUCH_NAME, lesser(one.ttl(), other.ttl()));
    }

    /// That there is nothing is only known when both families say so.
    private Answer both(Name name) {
        FutureTask<Answer> six = new FutureTask<>(() -> one(name, Type.AAAA));
        Thread asking = Thread.ofVirtual().start(six);
        Answer four = one(name, Type.A);
        try {
            return joined(four, six.get());
        } catch (InterruptedException stop) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            return new Answer.Failed("interrupted");
        } catch (ExecutionException fault) {
            throw new IllegalStateException("asking for " + name, fault.getCause());
        }
    }

    private static Answer joined(Answer four, Answer six) {
        if (four instanceof Answer.Found a && six instanceof Answer.Found b) {
            List<String> all = new ArrayList<>(a.addresses());
            all.addAll(b.addresses());
            return new Answer.Found(all, lesser(a.ttl(), b.ttl()));
        }
        if (four instanceof Answer.Missing a && six instanceof Answer.Missing b) {
            return either(a, b);
        }
        if (six instanceof Answer.Failed failed) {
            return half(four, AddressFamily.IPV6, failed);
        }
        if (four instanceof Answer.Failed failed) {
            return half(six, AddressFamily.IPV4, failed);
        }
        return four instanceof Answer.Found ? four : six;
    }

    private static Answer half(Answer answered, AddressFamily family, Answer.Failed failed) {
        String why = family.record() + ": " + failed.why();
        return switch (answered) {
            case Answer.Found found -> new Answer.Half(found.addresses(), found.ttl(), family, why);
            case Answer.Missing missing -> new Answer.Half(List.of(), missing.ttl(), family, why);
            case Answer.Failed both -> both;
            case Answer.Half half -> half;
        };
    }

    private Answer one(Name name, int type) {
        try {
            return follow(name, type);
        } catch (NameServers.Unanswered failed) {
            return new Answer.Failed(failed.line());
        }
    }

    private Answer follow(Name name, int type) throws NameServers.Unanswered {
        Name asked = name;
        Duration ttl = NameTimes.DEFAULT.maxTtl();
        for (int aliases = 0; aliases <= AliasChain.LONGEST; ) {
            AliasChain.End end = AliasChain.follow(servers.ask(asked, type), asked, type);
            ttl = lesser(ttl, end.ttl());
            switch (end) {
                case AliasChain.End.Addresses found -> {
                    return new Answer.Found(found.addresses(), ttl);
                }
                case AliasChain.End.Nothing nothing -> {
                    return new Answer.Missing(nothing.absence(), ttl);
                }
                case AliasChain.End.Elsewhere elsewhere -> {
                    asked = elsewhere.name();
                    aliases += elsewhere.aliases();
                }
                case AliasChain.End.Endless _ -> {
                    return ENDLESS;
                }
            }
        }
        return ENDLESS;
    }

    private static Duration lesser(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
