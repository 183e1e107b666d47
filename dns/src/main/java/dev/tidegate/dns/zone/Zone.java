package dev.tidegate.dns.zone;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/// One zone: its apex and every name in it, wildcards and empty non-terminals too. Immutable.
///
/// Threads: any.
public final class Zone {

    private final Name origin;
    private final SOARecord soa;
    private final Map<Name, Node> nodes;

    private Zone(Authority authority, Map<Name, Node> nodes) {
        this.origin = authority.origin();
        this.soa = authority.soa();
        this.nodes = nodes;
    }

    public static Builder builder(Authority authority) {
        return new Builder(authority);
    }

    Name origin() {
        return origin;
    }

    SOARecord soa() {
        return soa;
    }

    long records() {
        return nodes.values().stream().mapToLong(Node::records).sum();
    }

    /// What stands at this name, or what a wildcard puts there; null if there is no such name.
    ///
    /// A wildcard counts only right below the closest name that exists: `*.example.` says nothing of `a.b.example.`
    /// if there is a `b.example.`, nor of `b.example.` itself. Otherwise it matches any number of labels.
    ///
    /// Source: RFC 4592 §3.3.1 (closest encloser, source of synthesis), RFC 1034 §4.3.2 step 3.
    @Nullable
    Node find(Name name) {
        Node exact = nodes.get(name);
        for (int cut = 1; exact == null && cut < name.labels(); cut++) {
            if (nodes.containsKey(new Name(name, cut))) {
                return nodes.get(name.wild(cut));
            }
        }
        return exact;
    }

    /// Gathers the names of a zone. Of one name all that is said counts, but for aliases: one that has company is
    /// left out, at the apex too.
    ///
    /// Fails: `IllegalArgumentException` for a name that lies outside.
    ///
    /// Threads: one.
    public static final class Builder {

        private final Authority authority;
        private final Map<Name, List<Record>> records = new HashMap<>();
        private final Set<Name> unknown = new HashSet<>();

        private Builder(Authority authority) {
            this.authority = authority;
            add(authority.soa());
            authority.nameServers().forEach(this::add);
        }

        /// There is such a name, and nobody knows yet what stands there: whoever asks is told to ask again. What is
        /// said of the name beside this counts more.
        public Builder unknown(Name name) {
            inside(name);
            unknown.add(name);
            return this;
        }

        public Name origin() {
            return authority.origin();
        }

        Authority authority() {
            return authority;
        }

        boolean has(Name name) {
            return records.containsKey(name);
        }

        /// A or AAAA.
        public Builder address(Name name, InetAddress address, Duration ttl) {
            return add(
                    address instanceof Inet4Address
                            ? new ARecord(name, DClass.IN, ttl.toSeconds(), address)
                            : new AAAARecord(name, DClass.IN, ttl.toSeconds(), address));
        }

        public Builder alias(Name name, Name target, Duration ttl) {
            return add(new CNAMERecord(name, DClass.IN, ttl.toSeconds(), target));
        }

        public Builder service(Name name, Name target, int port, Duration ttl) {
            return add(new SRVRecord(name, DClass.IN, ttl.toSeconds(), 0, 100, port, target));
        }

        public Builder pointer(Name name, Name target, Duration ttl) {
            return add(new PTRRecord(name, DClass.IN, ttl.toSeconds(), target));
        }

        public Builder text(Name name, String text, Duration ttl) {
            return add(new TXTRecord(name, DClass.IN, ttl.toSeconds(), text));
        }

        private Builder add(Record record) {
            inside(record.getName());
            records.computeIfAbsent(record.getName(), _ -> new ArrayList<>()).add(record);
            return this;
        }

        private void inside(Name name) {
            if (!name.subdomain(authority.origin())) {
                throw new IllegalArgumentException(
                        "name " + name + " (expected: one in the zone " + authority.origin() + ")");
            }
        }

        public Zone build() {
            Map<Name, Node> nodes = new HashMap<>();
            unknown.forEach(name -> nodes.put(name, Node.UNKNOWN));
            records.forEach((name, here) -> nodes.put(name, Node.of(here)));
            for (Name name : List.copyOf(nodes.keySet())) {
                for (Name above = name; !above.equals(authority.origin()); ) {
                    above = new Name(above, 1);
                    nodes.putIfAbsent(above, Node.EMPTY);
                }
            }
            return new Zone(authority, Map.copyOf(nodes));
        }
    }
}
