package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A network of pods: a network namespace of this run's own, with addresses that are not loopback, as the API server
/// wants them in EndpointSlices. It is joined to us by a pair of virtual Ethernet devices and to nothing else.
///
/// All addresses of its ranges are there from the start; one on which nobody listens refuses connections at once.
/// Threads: any.
final class PodNetwork implements AutoCloseable {

    private static final String PREFIX = "tidegate-";
    /// Others make namespaces too, and may call them something like it.
    private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d{1,9})");

    private static final int LENGTH = 20;
    private static final int ADDRESSES = 1 << (32 - LENGTH);
    /// What connections that pods open come from, whichever pod's they are.
    private static final int OUTGOING = ADDRESSES - 2;

    private static final int CONNECT_TIMEOUT_MS = 1_000;

    /// Unique local addresses (RFC 4193).
    private static final String PREFIX6 = "fd0a:c9:";

    private final boolean ipv6 = machineHasIpv6();
    private final String name = PREFIX + ProcessHandle.current().pid();
    private final String range;
    private final AtomicInteger next = new AtomicInteger(1);

    private PodNetwork(String range) {
        this.range = range;
    }

    /// Up and checked to be. What a run that was broken off has left behind is removed first.
    static PodNetwork create() {
        removeLeftOvers();
        PodNetwork network = new PodNetwork(freeRange());
        try {
            network.build();
            network.awaitUp();
            return network;
        } catch (RuntimeException | AssertionError failed) {
            network.close();
            throw failed;
        }
    }

    /// Our own address, by which pods reach us.
    String hostAddress() {
        return address(1);
    }

    /// An address that no pod has had before.
    String address() {
        int number = next.incrementAndGet();
        if (number >= OUTGOING) {
            throw new AssertionError("all addresses of " + range + " are used up");
        }
        return address(number);
    }

    /// An IPv6 address that no pod has had before.
    String address6() {
        return PREFIX6 + third() + ":2::" + Integer.toHexString(next.incrementAndGet());
    }

    /// Has this machine IPv6? Else no [#address6] leads anywhere.
    boolean ipv6() {
        return ipv6;
    }

    /// The command as it is run inside.
    List<String> inside(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
        whole.addAll(command);
        return Command.privileged(whole);
    }

    private void build() {
        String ours = device("o");
        String theirs = device("i");
        Command.run("ip", "netns", "add", name);
        Command.run("ip", "link", "add", ours, "type", "veth", "peer", "name", theirs, "netns", name);
        Command.run("ip", "addr", "add", address(1) + "/" + LENGTH, "dev", ours);
        Command.run("ip", "link", "set", ours, "up");
        Command.run("ip", "-n", name, "link", "set", "lo", "up");
        Command.run("ip", "-n", name, "link", "set", theirs, "up");
        Command.run("ip", "-n", name, "route", "add", "local", range, "dev", "lo");
        Command.run("ip", "-n", name, "route", "add", address(1) + "/32", "dev", theirs, "src", address(OUTGOING));
        if (ipv6) {
            build6(ours, theirs);
        }
    }

    /// The pods' range is behind an address of its own, as neighbours are told of addresses only, not of ranges.
    private void build6(String ours, String theirs) {
        String between = PREFIX6 + third() + ":1::";
        String range6 = PREFIX6 + third() + ":2::/64";
        Command.run("ip", "-6", "addr", "add", between + "1/64", "dev", ours, "nodad");
        Command.run("ip", "-n", name, "-6", "addr", "add", between + "2/64", "dev", theirs, "nodad");
        Command.run("ip", "-6", "route", "add", range6, "via", between + "2");
        Command.run("ip", "-n", name, "-6", "route", "add", "local", range6, "dev", "lo");
        Command.run(
                "ip", "netns", "exec", name, "sh", "-c", "echo 1 > /proc/sys/net/ipv6/ip_nonlocal_bind"); // in `range6`
    }

    private void awaitUp() {
        awaitUp(address(2));
        if (ipv6) {
            awaitUp(PREFIX6 + third() + ":2::2");
        }
    }

    /// Where nobody listens, a refusal shows that packets go there and back.
    private static void awaitUp(String address) {
        Await.until("the pods' network is up, with " + address, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, 1), CONNECT_TIMEOUT_MS);
                throw new AssertionError("somebody listens on " + address + ":1 (expected: an empty network)");
            } catch (ConnectException refused) {
                return String.valueOf(refused.getMessage()).contains("refused");
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private String address(int number) {
        String[] parts = range.substring(0, range.indexOf('/')).split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) + number / 256) + "." + number % 256;
    }

    /// The number of the range, which no other run on this machine has.
    private String third() {
        return range.split("\\.", -1)[2];
    }

    private static boolean machineHasIpv6() {
        Path disabled = Path.of("/proc/sys/net/ipv6/conf/all/disable_ipv6");
        try {
            return Files.exists(disabled) && Files.readString(disabled).strip().equals("0");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// At most 15 characters.
    private String device(String end) {
        return "tg" + end + ProcessHandle.current().pid();
    }

    private static String freeRange() {
        String routed = Command.run("ip", "-4", "route", "show", "table", "all");
        return IntStream.range(0, 16)
                .mapToObj(i -> "10.201." + i * 16 + ".0/" + LENGTH)
                .filter(candidate -> !routed.contains(candidate))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free range in 10.201.0.0/16; routed are:\n" + routed));
    }

    private static void removeLeftOvers() {
        Command.run("ip", "netns", "list")
                .lines()
                .map(line -> OURS.matcher(line.split(" ", 2)[0]))
                .filter(Matcher::matches)
                .filter(name -> ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty())
                .map(Matcher::group)
                .forEach(name -> Command.run("ip", "netns", "delete", name));
    }

    /// The devices go with their namespace.
    @Override
    public void close() {
        if (Command.run("ip", "netns", "list").lines().anyMatch(line -> line.split(" ", 2)[0].equals(name))) {
            Command.run("ip", "netns", "delete", name);
        }
    }
}
