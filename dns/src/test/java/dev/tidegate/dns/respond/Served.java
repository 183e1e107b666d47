package dev.tidegate.dns.respond;

import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.Names;
import dev.tidegate.dns.zone.Zone;
import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What the tests of the responder serve, and the questions that they ask: `shop.example` has one address,
/// `pair.example` two of each family, `crowd.example` has 60.
final class Served {

    static final Duration TTL = Duration.ofSeconds(60);
    static final Zones ZONES = zones("192.0.2.1");

    private Served() {}

    static Zones zones(String shop) {
        Zone.Builder zone = Zone.builder(Authority.of("example", 1));
        address(zone, "shop", shop);
        address(zone, "ns", "192.0.2.53");
        for (int i = 1; i <= 2; i++) {
            address(zone, "pair", "192.0.2." + i);
            address(zone, "pair", "2001:db8::" + i);
        }
        for (int i = 1; i <= 60; i++) {
            address(zone, "crowd", "192.0.2." + i);
        }
        address(zone, "*.apps", "192.0.2.9");
        zone.alias(Names.below("alias", zone.origin()), Names.absolute("shop.example"), TTL);
        return Zones.of(List.of(zone.build()));
    }

    private static void address(Zone.Builder zone, String label, String address) {
        zone.address(Names.below(label, zone.origin()), InetAddress.ofLiteral(address), TTL);
    }

    /// `A shop.example`.
    static Message question(String text) {
        String[] words = text.split(" ");
        return Message.newQuery(Record.newRecord(Names.absolute(words[1]), Type.value(words[0]), DClass.IN));
    }

    static Message withEdns(Message query, int size, int version, EDNSOption... options) {
        query.addRecord(new OPTRecord(size, 0, version, 0, options), Section.ADDITIONAL);
        return query;
    }
}
