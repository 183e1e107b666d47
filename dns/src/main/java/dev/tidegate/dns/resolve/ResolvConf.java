package dev.tidegate.dns.resolve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.TextParseException;

/// Whom to ask, and under which names.
///
/// `search`: what is appended to a name that is not absolute; `ndots`: a name with as many dots is first tried as it
/// is. `timeout` is for one question to one server; all servers are asked `attempts` times.
///
/// Source: resolv.conf(5).
public record ResolvConf(
        List<InetSocketAddress> servers, List<Name> search, int ndots, Duration timeout, int attempts) {

    private static final Path SYSTEM = Path.of("/etc/resolv.conf");
    private static final int PORT = 53;
    private static final int MOST_SERVERS = 3;
    private static final int MOST_SEARCHED = 32;

    /// Shorter than the 5 seconds of resolv.conf(5), so that a dead first server does not cost a backend its start.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    public ResolvConf {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
        if (servers.isEmpty() || attempts < 1) {
            throw new IllegalArgumentException(
                    "servers: " + servers + ", attempts: " + attempts + " (expected: at least one of each)");
        }
    }

    /// These servers, and names as they are.
    public static ResolvConf of(List<InetSocketAddress> servers) {
        return new ResolvConf(servers, List.of(), 1, TIMEOUT, 2);
    }

    /// The system's; where there is none, the server on this machine, as resolv.conf(5) has it.
    public static ResolvConf system() {
        try {
            return parse(Files.readAllLines(SYSTEM, StandardCharsets.UTF_8));
        } catch (IOException none) {
            return parse(List.of());
        }
    }

    /// Shape: the lines of a resolv.conf → what they say; what makes no sense is passed over, as libc does.
    public static ResolvConf parse(List<String> lines) {
        List<InetSocketAddress> servers = new ArrayList<>();
        List<Name> search = List.of();
        int ndots = 1;
        int seconds = (int) TIMEOUT.toSeconds();
        int attempts = 2;
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "nameserver" -> server(words, servers);
                case "search", "domain" -> search = names(words);
                case "options" -> {
                    ndots = option(words, "ndots:", ndots, 0, 15);
                    seconds = option(words, "timeout:", seconds, 1, 30);
                    attempts = option(words, "attempts:", attempts, 1, 5);
                }
                default -> {
                    // a comment, or something of libc's own
                }
            }
        }
        if (servers.isEmpty()) {
            servers.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
        }
        return new ResolvConf(servers, search, ndots, Duration.ofSeconds(seconds), attempts);
    }

    private static void server(String[] words, List<InetSocketAddress> servers) {
        if (words.length > 1 && servers.size() < MOST_SERVERS) {
            try {
                servers.add(new InetSocketAddress(InetAddress.ofLiteral(words[1]), PORT));
            } catch (IllegalArgumentException noAddress) {
                // passed over
            }
        }
    }

    private static List<Name> names(String[] words) {
        List<Name> names = new ArrayList<>();
        for (int i = 1; i < words.length && names.size() < MOST_SEARCHED; i++) {
            try {
                names.add(Name.fromString(words[i], Name.root));
            } catch (TextParseException noName) {
                // passed over
            }
        }
        return names;
    }

    private static int option(String[] words, String name, int otherwise, int least, int most) {
        for (String word : words) {
            if (word.startsWith(name)) {
                try {
                    return Math.clamp(Integer.parseInt(word.substring(name.length())), least, most);
                } catch (NumberFormatException noNumber) {
                    return otherwise;
                }
            }
        }
        return otherwise;
    }

    /// The same, but a name with so many dots is tried as it is before anything is appended to it.
    public ResolvConf withNdotsAtMost(int most) {
        return new ResolvConf(servers, search, Math.min(ndots, most), timeout, attempts);
    }

    /// The absolute names to try for one, in order.
    List<Name> candidates(Name name) {
        if (name.isAbsolute()) {
            return List.of(name);
        }
        List<Name> candidates = new ArrayList<>();
        for (Name suffix : search) {
            append(name, suffix, candidates);
        }
        boolean itselfFirst = name.labels() - 1 >= ndots;
        append(name, Name.root, itselfFirst ? candidates.subList(0, 0) : candidates);
        return List.copyOf(candidates);
    }

    private static void append(Name name, Name suffix, List<Name> to) {
        try {
            to.add(Name.concatenate(name, suffix));
        } catch (NameTooLongException tooLong) {
            // no such name can exist
        }
    }
}
