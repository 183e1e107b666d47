package dev.tidegate.dns.respond;

import static dev.tidegate.dns.respond.Served.question;
import static dev.tidegate.dns.respond.Served.withEdns;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.zone.Zones;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class PacketAnswersTest {

    private static final byte[] CLIENT_COOKIE = {1, 2, 3, 4, 5, 6, 7, 8};

    private final Desk desk = new Desk(1000);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            emptyValue = "",
            value = {
                // id, flags, counts; `shop.example A IN` is what follows where something does
                "a question;        beef 0100 0001 0000 0000 0000 0473686f70076578616d706c6500 0001 0001; beef8500",
                "without RD;        beef 0000 0001 0000 0000 0000 0473686f70076578616d706c6500 0001 0001; beef8400",
                "an answer;         beef 8100 0001 0000 0000 0000 0473686f70076578616d706c6500 0001 0001; -",
                "too short;         beef 0100 0001 0000 0000; -",
                "no question;       beef 0100 0000 0000 0000 0000; beef8101",
                "two questions;     beef 0100 0002 0000 0000 0000 00 0001 0001 00 0001 0001; beef8101",
                "half a question;   beef 0100 0001 0000 0000 0000 0473686f; beef8101",
                "a loop in a name;  beef 0100 0001 0000 0000 0000 c00c 0001 0001; beef8101",
                "a long label;      beef 0100 0001 0000 0000 0000 80 0001 0001; beef8101",
                "status;            beef 1000 0001 0000 0000 0000 00 0001 0001; beef9004",
                "notify;            beef 2000 0001 0000 0000 0000 00 0006 0001; beefa004",
                "update;            beef 2800 0001 0000 0000 0000 00 0006 0001; beefa804",
                "two OPT;           beef 0100 0001 0000 0000 0002 00 0001 0001 00 0029 0200 00000000 0000"
                        + " 00 0029 0200 00000000 0000; beef8101",
                "OPT at a name;     beef 0100 0001 0000 0000 0001 00 0001 0001 0161 00 0029 0200 00000000 0000;"
                        + " beef8101",
                "a short cookie;    beef 0100 0001 0000 0000 0001 00 0001 0001 00 0029 0200 00000000 0008"
                        + " 000a 0004 01020304; beef8101",
                "a record missing;  beef 0100 0001 0000 0000 0001 00 0001 0001; beef8101",
            })
    void the_first_bytes_of_an_answer(String what, String packet, String answer) {
        byte[] wire = desk.overUdp(HexFormat.of().parseHex(packet.replace(" ", "")));
        assertThat(wire == null ? "-" : HexFormat.of().formatHex(wire, 0, 4))
                .as(what)
                .isEqualTo(answer);
    }

    @Test
    void more_questions_than_a_byte_counts_are_more_than_one() {
        String header = "beef01000101000000000000";
        byte[] wire = desk.overUdp(HexFormat.of().parseHex(header + "0000010001".repeat(257)));
        assertThat(Desk.message(requireNonNull(wire)).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void a_name_comes_back_in_the_case_it_was_asked_in() {
        Message answer = desk.overUdp(question("A sHoP.eXAmple"));
        assertThat(requireNonNull(answer.getQuestion()).getName()).hasToString("sHoP.eXAmple.");
        assertThat(answer.getSection(Section.ANSWER))
                .singleElement()
                .satisfies(record -> assertThat(record.getName()).hasToString("sHoP.eXAmple."));
    }

    @Test
    void who_speaks_no_edns_hears_none() {
        assertThat(desk.overUdp(question("A shop.example")).getOPT()).isNull();
    }

    @Test
    void who_speaks_edns_hears_what_fits_and_do_again() {
        Message query = question("A shop.example");
        query.addRecord(new OPTRecord(4096, 0, 0, 0x8000), Section.ADDITIONAL);
        OPTRecord opt = requireNonNull(desk.overUdp(query).getOPT());
        assertThat(opt.getPayloadSize()).isEqualTo(1232);
        assertThat(opt.getFlags()).isEqualTo(0x8000);
        assertThat(opt.getVersion()).isZero();
    }

    @Test
    void a_later_version_of_edns_is_not_understood() {
        Message answer = desk.overUdp(withEdns(question("A shop.example"), 4096, 1));
        assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // question, size of EDNS or 0, cookie shown, whole?
        "A shop.example, 0, false, true",
        "A pair.example, 0, false, false",
        "A pair.example, 1232, false, true",
        "AAAA pair.example, 0, false, false",
        "AAAA shop.example, 0, false, false",
        "AAAA shop.example, 1232, false, false",
        "A nobody.example, 0, false, false",
        "A nobody.example, 1232, false, true",
        "A crowd.example, 0, false, false",
        "A crowd.example, 1232, false, false",
        "A crowd.example, 1232, true, true",
        "A crowd.example, 4096, true, true",
        "A crowd.example, 512, true, false",
        "A crowd.example, 10, true, false",
    })
    void an_answer_that_does_not_fit_is_cut_to_its_question(String text, int size, boolean shown, boolean whole) {
        Message query = question(text);
        if (size > 0) {
            CookieOption cookie = shown ? cookieFor(Desk.SOMEBODY) : new CookieOption(CLIENT_COOKIE);
            withEdns(query, size, 0, cookie);
        }
        Message answer = desk.overUdp(query);
        assertThat(answer.getHeader().getFlag(Flags.TC)).isEqualTo(!whole);
        if (!whole) {
            assertThat(answer.getSection(Section.ANSWER)).isEmpty();
            assertThat(answer.getSection(Section.AUTHORITY)).isEmpty();
        }
    }

    private CookieOption cookieFor(InetAddress client) {
        Message query = withEdns(question("A shop.example"), 1232, 0, new CookieOption(CLIENT_COOKIE));
        Message answer = Desk.message(requireNonNull(desk.overUdp(query.toWire(), client)));
        return requireNonNull(Cookies.of(answer.getOPT()));
    }

    private boolean proven(CookieOption cookie) {
        Message answer = desk.overUdp(withEdns(question("A crowd.example"), 1232, 0, cookie));
        return !answer.getHeader().getFlag(Flags.TC);
    }

    @Test
    void a_cookie_proves_one_address_for_an_hour() {
        CookieOption cookie = cookieFor(Desk.SOMEBODY);
        assertThat(proven(cookie)).isTrue();
        assertThat(proven(cookieFor(InetAddress.ofLiteral("203.0.113.8")))).isFalse();
        desk.now = desk.now.plus(Duration.ofMinutes(61));
        assertThat(proven(cookie)).isFalse();
    }

    @Test
    void a_cookie_of_the_future_or_with_another_bit_proves_nothing() {
        CookieOption cookie = cookieFor(Desk.SOMEBODY);
        byte[] server = cookie.getServerCookie().orElseThrow();
        server[15] ^= 1;
        assertThat(proven(new CookieOption(CLIENT_COOKIE, server))).isFalse();
        CookieOption other = cookieFor(Desk.SOMEBODY);
        desk.now = desk.now.minus(Duration.ofMinutes(6));
        assertThat(proven(other)).isFalse();
    }

    @Test
    void over_tcp_everything_is_told() {
        Message answer = desk.overTcp(question("A crowd.example"));
        assertThat(answer.getSection(Section.ANSWER)).hasSize(60);
        assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void beyond_the_rate_every_second_is_told_to_come_by_tcp() {
        Desk slow = new Desk(10);
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            byte[] wire = slow.overUdp(question("A shop.example").toWire());
            heard.append(wire == null ? '-' : Desk.message(wire).getHeader().getFlag(Flags.TC) ? 'T' : 'A');
        }
        assertThat(heard.toString()).isEqualTo("AAAAAAAAAA-T-T");
        assertThat(slow.tally.counts(0).limited()).isEqualTo(4);
    }

    @Test
    void who_is_trusted_is_neither_counted_nor_cut() {
        Desk slow = new Desk(1);
        for (int i = 0; i < 5; i++) {
            byte[] wire = slow.overUdp(
                    withEdns(question("A crowd.example"), 1232, 0).toWire(), InetAddress.ofLiteral("127.0.0.1"));
            assertThat(Desk.message(requireNonNull(wire)).getSection(Section.ANSWER))
                    .hasSize(60);
        }
    }

    @Test
    void what_is_done_is_counted() {
        desk.overUdp(question("A shop.example"));
        desk.overUdp(question("A crowd.example"));
        desk.overUdp(question("AAAA nobody.example"));
        desk.overUdp(question("TYPE65280 shop.example"));
        desk.overUdp(new byte[3]);
        ResponderCounts counts = desk.tally.counts(0);
        assertThat(counts.questions()).hasToString("{A=2, AAAA=1, other=1}");
        assertThat(counts.answers()).hasToString("{NOERROR=3, NXDOMAIN=1}");
        assertThat(counts.dropped()).isEqualTo(1);
        assertThat(counts.truncated()).isEqualTo(3);
    }

    @Test
    void before_anything_is_known_clients_are_told_to_ask_again() {
        desk.zones = Zones.UNKNOWN;
        assertThat(desk.overUdp(question("A shop.example")).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }
}
