package dev.tidegate.controller.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A real client of DNS, which asks the responder of one controller on loopback over UDP.
record NameClient(int port) {

    static NameClient of(RunningController controller) {
        return new NameClient(controller.dnsPort());
    }

    /// `A shop.example`.
    Message ask(String question) {
        try {
            String[] words = question.split(" ");
            SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            resolver.setTimeout(Duration.ofSeconds(10));
            return resolver.send(Message.newQuery(
                    Record.newRecord(Name.fromString(words[1] + "."), Type.value(words[0]), DClass.IN)));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    /// `NOERROR 60 A 192.0.2.1`.
    String line(String question) {
        Message answer = ask(question);
        return Rcode.string(answer.getRcode())
                + answer.getSection(Section.ANSWER).stream()
                        .map(record -> " " + record.getTTL() + " " + Type.string(record.getType()) + " "
                                + record.rdataToString())
                        .collect(Collectors.joining(" |"));
    }
}
