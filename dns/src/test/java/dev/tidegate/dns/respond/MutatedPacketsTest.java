package dev.tidegate.dns.respond;

import static dev.tidegate.dns.respond.Served.question;
import static dev.tidegate.dns.respond.Served.withEdns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CookieOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// Questions with bytes changed, cut, doubled and put in: the responder neither fails nor sends much.
///
/// `-Ddns.mutations=1000000` for a long run; the same seed makes the same packets.
class MutatedPacketsTest {

    private static final int MUTATIONS = Integer.getInteger("dns.mutations", 100_000);
    private static final long SEED = 20_260_101;

    private final Desk desk = new Desk(1_000_000_000);
    private int malformed;
    private int answered;

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String text : List.of(
                "A shop.example",
                "AAAA shop.example",
                "A crowd.example",
                "ANY pair.example",
                "NS example",
                "SOA example",
                "A any.deep.apps.example",
                "A alias.example",
                "A nobody.example",
                "A .",
                "AXFR example",
                "SRV _http._tcp.a-rather-long-name.in.a-namespace.svc.example")) {
            seeds.add(question(text).toWire());
            seeds.add(withEdns(question(text), 4096, 0).toWire());
            seeds.add(withEdns(question(text), 1232, 0, new CookieOption(new byte[8], new byte[16]))
                    .toWire());
        }
        return seeds;
    }

    @Test
    void neither_a_failure_nor_an_answer_that_is_much_longer_than_its_question() {
        List<byte[]> seeds = seeds();
        RandomGenerator mutations = new SplittableRandom(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] packet = seeds.get(mutations.nextInt(seeds.size()));
            for (int times = mutations.nextInt(4); times >= 0; times--) {
                packet = mutated(packet, mutations);
            }
            check(packet);
        }
        // neither is worth anything if hardly any packet gets there
        assertThat(malformed).isGreaterThan(MUTATIONS / 10);
        assertThat(answered).isGreaterThan(MUTATIONS / 10);
    }

    private void check(byte[] packet) {
        byte[] answer = desk.overUdp(packet, Desk.SOMEBODY);
        assertThat(desk.overTcp(packet) == null)
                .as(() -> Arrays.toString(packet))
                .isEqualTo(answer == null);
        if (answer == null) {
            return;
        }
        Message message = Desk.message(answer);
        if (message.getRcode() == Rcode.FORMERR || message.getRcode() == Rcode.NOTIMP) {
            malformed++;
            assertThat(answer.length).as(() -> Arrays.toString(packet)).isLessThanOrEqualTo(packet.length);
        } else {
            answered++;
            assertThat(answer.length).as(() -> Arrays.toString(packet)).isLessThanOrEqualTo(2 * packet.length);
        }
        assertThat(answer[0]).isEqualTo(packet[0]);
        assertThat(answer[1]).isEqualTo(packet[1]);
        assertThat(desk.overUdp(answer, Desk.SOMEBODY))
                .as("an answer to an answer")
                .isNull();
    }

    private static byte[] mutated(byte[] packet, RandomGenerator random) {
        if (packet.length == 0) {
            return packet;
        }
        byte[] bytes = packet.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
            case 4 -> pointer(bytes, at, random);
            case 5 -> bytes[Math.min(at, 4 + at % 8)] = (byte) random.nextInt(4);
            case 6 -> bytes = doubled(bytes, at, random);
            default -> caseOf(bytes, at);
        }
        return bytes;
    }

    private static void pointer(byte[] bytes, int at, RandomGenerator random) {
        bytes[at] = (byte) 0xc0;
        if (at + 1 < bytes.length) {
            bytes[at + 1] = (byte) random.nextInt(bytes.length);
        }
    }

    private static byte[] doubled(byte[] bytes, int at, RandomGenerator random) {
        int length = Math.min(bytes.length - at, random.nextInt(32));
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, at, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    /// Another letter's case, so that some questions stay good ones.
    private static void caseOf(byte[] bytes, int at) {
        if (Character.isLetter(bytes[at])) {
            bytes[at] ^= 0x20;
        }
    }
}
