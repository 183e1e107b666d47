package dev.tidegate.dns;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// A name server on loopback, over UDP and TCP, that says what a test tells it to: records in a zone file's lines.
///
/// It follows aliases like a recursive server, unless told not to, and denies what it does not know with an SOA whose
/// times are `negativeTtl`.
public final class ScriptedNameServer implements AutoCloseable {

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> failing = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> truncated = ConcurrentHashMap.newKeySet();
    private final AtomicInteger overTcp = new AtomicInteger();
    private volatile List<Record> zone = List.of();
    private volatile List<Record> added = List.of();
    private volatile boolean followsAliases = true;
    private volatile long negativeTtl = 30;
    private volatile long negativeMinimum = 30;

    private ScriptedNameServer() {
        try {
            tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            udp = new DatagramSocket(address());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static ScriptedNameServer start() {
        ScriptedNameServer server = new ScriptedNameServer();
        Thread.ofPlatform().daemon().start(server::serveUdp);
        Thread.ofVirtual().start(server::serveTcp);
        return server;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
    }

    /// From now on these records and no others: `api.example. 30 IN A 10.0.0.1`.
    public ScriptedNameServer zone(String... lines) {
        zone = records(lines);
        return this;
    }

    /// From now on these records stand in each answer, whatever was asked.
    public ScriptedNameServer adds(String... lines) {
        added = records(lines);
        return this;
    }

    private static List<Record> records(String... lines) {
        List<Record> records = new ArrayList<>();
        try (Master master = new Master(
                new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII)),
                Name.root)) {
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.add(record);
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return List.copyOf(records);
    }

    /// Questions for this name are answered with this code, until [#heals].
    public ScriptedNameServer fails(String name, int rcode) {
        failing.put(name, rcode);
        return this;
    }

    /// Of this name, questions for this type of record are answered with this code, until [#heals].
    public ScriptedNameServer fails(String name, String type, int rcode) {
        failing.put(name + " " + type, rcode);
        return this;
    }

    /// Questions for this name are not answered, until [#heals].
    public ScriptedNameServer ignores(String name) {
        silent.add(name);
        return this;
    }

    public ScriptedNameServer heals(String name) {
        failing.keySet().removeIf(it -> it.equals(name) || it.startsWith(name + " "));
        silent.remove(name);
        return this;
    }

    /// Over UDP answers for this name do not fit.
    public ScriptedNameServer truncates(String name) {
        truncated.add(name);
        return this;
    }

    /// From now on an alias is told without what it leads to.
    public ScriptedNameServer leavesAliases() {
        followsAliases = false;
        return this;
    }

    public ScriptedNameServer negativeTtl(long seconds) {
        return denies(seconds, seconds);
    }

    /// From now on what is denied is denied with an SOA of these times.
    public ScriptedNameServer denies(long soaTtl, long minimum) {
        negativeTtl = soaTtl;
        negativeMinimum = minimum;
        return this;
    }

    /// How many questions there were for this name, over UDP and TCP, of any type.
    public int asked(String name) {
        return asked.getOrDefault(name, new AtomicInteger()).get();
    }

    public int overTcp() {
        return overTcp.get();
    }

    private void serveUdp() {
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                Message answer = answer(query, true);
                if (answer != null) {
                    byte[] wire = answer.toWire();
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException closedOrNonsense) {
                // the next one
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] bytes = new byte[in.readUnsignedShort()];
                in.readFully(bytes);
                overTcp.incrementAndGet();
                Message answer = answer(new Message(bytes), false);
                if (answer != null) {
                    byte[] wire = answer.toWire();
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(wire.length);
                    out.write(wire);
                    out.flush();
                }
            } catch (IOException closed) {
                // the next one
            }
        }
    }

    /// Null if it is not to be answered.
    private @Nullable Message answer(Message query, boolean overUdp) {
        Record question = query.getQuestion();
        String name = question.getName().toString();
        asked.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
        if (silent.contains(name)) {
            return null;
        }
        Message answer = new Message(query.getHeader().getID());
        Header header = answer.getHeader();
        header.setOpcode(Opcode.QUERY);
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        Integer code = failing.getOrDefault(name, failing.get(name + " " + Type.string(question.getType())));
        if (code != null) {
            header.setRcode(code);
        } else if (overUdp && truncated.contains(name)) {
            header.setFlag(Flags.TC);
        } else {
            fill(answer, question.getName(), question.getType());
            added.forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    private void fill(Message answer, Name asked, int type) {
        Name name = asked;
        for (int aliases = 0; aliases < 40; aliases++) {
            Name at = name;
            List<Record> here =
                    zone.stream().filter(record -> record.getName().equals(at)).toList();
            here.stream()
                    .filter(record -> record.getType() == type || record.getType() == Type.CNAME)
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
            if (here.isEmpty()) {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
                deny(answer);
                return;
            }
            if (here.getFirst() instanceof CNAMERecord alias) {
                if (!followsAliases) {
                    return;
                }
                name = alias.getTarget();
            } else {
                if (here.stream().noneMatch(record -> record.getType() == type)) {
                    deny(answer);
                }
                return;
            }
        }
    }

    private void deny(Message answer) {
        try {
            Name zoneName = Name.fromString("example.");
            answer.addRecord(
                    new SOARecord(zoneName, DClass.IN, negativeTtl, zoneName, zoneName, 1, 1, 1, 1, negativeMinimum),
                    Section.AUTHORITY);
        } catch (TextParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException ignored) {
            // closing is all that was wanted
        }
    }
}
