package dev.tidegate.dns.zone;

import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/// What a zone says of itself at its apex.
///
/// `servers`: its name servers, of which the first is the SOA's `MNAME`. `serial`: unsigned, 32 bits; whoever makes a
/// zone lets it grow when the zone changes. `negativeTtl`: how long a denial may be kept; the SOA's own time to live
/// and its `MINIMUM` both say it, so that their lesser is never another.
///
/// Fails: `IllegalArgumentException` with one line that names the value and what was expected.
///
/// Source: RFC 1035 §3.3.13 (SOA), RFC 2308 §4 and §5 (`MINIMUM`), RFC 1912 §2.2 (refresh, retry, expire).
public record Authority(
        Name origin, List<Name> servers, Name contact, long serial, Duration ttl, Duration negativeTtl) {

    /// For how long nobody needs to ask again which servers there are.
    public static final Duration TTL = Duration.ofHours(1);

    /// Short: a host that is about to be exposed is often asked for a moment too early.
    public static final Duration NEGATIVE_TTL = Duration.ofSeconds(30);

    private static final long LARGEST_SERIAL = 0xffff_ffffL;
    private static final long REFRESH_SECONDS = 7200;
    private static final long RETRY_SECONDS = 1800;
    private static final long EXPIRE_SECONDS = 1_209_600;

    public Authority {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("zone " + origin + ": no name server (expected: at least one)");
        }
        if (serial < 0 || serial > LARGEST_SERIAL) {
            throw new IllegalArgumentException(
                    "zone " + origin + ": serial " + serial + " (expected: 0 to " + LARGEST_SERIAL + ")");
        }
    }

    /// With `ns.` of the zone, and the usual times.
    public static Authority of(String zone, long serial) {
        return of(zone, List.of("ns." + zone), serial);
    }

    /// `servers`: absolute names, with or without the dot at their end. The first stands as the contact too, since a
    /// denial is the shorter for it: by a name that is there already, two bytes.
    public static Authority of(String zone, List<String> servers, long serial) {
        Name origin = Names.absolute(zone);
        List<Name> names = servers.stream().map(Names::absolute).toList();
        return new Authority(origin, names, names.getFirst(), serial, TTL, NEGATIVE_TTL);
    }

    /// The same for another zone.
    public Authority at(Name other) {
        return new Authority(other, servers, contact, serial, ttl, negativeTtl);
    }

    SOARecord soa() {
        return new SOARecord(
                origin,
                DClass.IN,
                negativeTtl.toSeconds(),
                servers.getFirst(),
                contact,
                serial,
                REFRESH_SECONDS,
                RETRY_SECONDS,
                EXPIRE_SECONDS,
                negativeTtl.toSeconds());
    }

    List<Record> nameServers() {
        return servers.stream()
                .<Record>map(server -> new NSRecord(origin, DClass.IN, ttl.toSeconds(), server))
                .toList();
    }
}
