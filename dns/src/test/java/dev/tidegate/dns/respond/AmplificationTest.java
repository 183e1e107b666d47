package dev.tidegate.dns.respond;

import static dev.tidegate.dns.respond.Served.question;
import static dev.tidegate.dns.respond.Served.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.zone.Authority;
import dev.tidegate.dns.zone.Names;
import dev.tidegate.dns.zone.Zone;
import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// What the usual questions of strangers get over UDP, in bytes. The page of the responder shows this table.
class AmplificationTest {

    private static final String HOME = "home.example.org";

    private final Desk desk = new Desk(1000);

    @BeforeEach
    void serve() {
        Zone.Builder zone = Zone.builder(Authority.of(HOME, 1));
        for (String host : List.of("nas", "photos", "three-nodes.photos")) {
            zone.address(Names.below(host, zone.origin()), InetAddress.ofLiteral("192.0.2.1"), Served.TTL);
        }
        for (int i = 2; i <= 3; i++) {
            zone.address(
                    Names.below("three-nodes.photos", zone.origin()),
                    InetAddress.ofLiteral("192.0.2." + i),
                    Served.TTL);
        }
        zone.address(Names.below("photos", zone.origin()), InetAddress.ofLiteral("2001:db8::1"), Served.TTL);
        desk.zones = Zones.of(List.of(zone.build()));
    }

    @ParameterizedTest
    @CsvSource({
        // question, EDNS?, its bytes, the whole answer's, what comes over UDP
        "A nas, false, 38, 54, whole",
        "A nas, true, 49, 65, whole",
        "AAAA nas, false, 38, 77, TC",
        "AAAA nas, true, 49, 88, whole",
        "A photos, false, 41, 57, whole",
        "AAAA photos, false, 41, 69, whole",
        "A nobody, false, 41, 80, whole",
        "A nobody, true, 52, 91, whole",
        "A three-nodes.photos, false, 53, 101, whole",
        "SOA , false, 34, 73, TC",
        "SOA , true, 45, 84, whole",
    })
    void no_answer_is_more_than_twice_its_question(
            String asked, boolean edns, int question, int whole, String overUdp) {
        String host = asked.replaceFirst(" $| ?$", "");
        String name = host.contains(" ") ? host + "." + HOME : host + " " + HOME;
        Message query = edns ? withEdns(question(name), 1232, 0) : question(name);
        assertThat(query.toWire()).hasSize(question);
        assertThat(desk.overTcp(query).numBytes()).isEqualTo(whole);
        Message answer = desk.overUdp(query);
        assertThat(answer.numBytes()).isLessThanOrEqualTo(2 * question);
        assertThat(answer.getHeader().getFlag(Flags.TC) ? "TC" : "whole").isEqualTo(overUdp);
    }
}
