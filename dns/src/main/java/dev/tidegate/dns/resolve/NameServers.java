package dev.tidegate.dns.resolve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/// Asks name servers one question: by UDP, by TCP where the answer does not fit, one server after the other,
/// beginning with the one that answered last.
///
/// Threads: any; a call blocks, which is meant for virtual threads.
final class NameServers {

    /// No server answered; the message names the last and says why.
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }

        String line() {
            return String.valueOf(getMessage());
        }
    }

    private final List<SimpleResolver> servers;
    private final int attempts;
    private volatile int first;

    NameServers(ResolvConf conf) {
        servers = conf.servers().stream()
                .map(server -> resolver(server, conf.timeout()))
                .toList();
        attempts = conf.attempts();
    }

    private static SimpleResolver resolver(InetSocketAddress server, Duration timeout) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        return resolver;
    }

    /// Shape: an absolute name and a type of record → an answer that says NOERROR or NXDOMAIN.
    Message ask(Name name, int type) throws Unanswered {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        String problem = "no name server was asked";
        int begin = first;
        for (int i = 0; i < attempts * servers.size(); i++) {
            int at = (begin + i) % servers.size();
            SimpleResolver server = servers.get(at);
            try {
                Message answer = server.send(query.clone());
                int rcode = answer.getRcode();
                if (rcode == Rcode.NOERROR || rcode == Rcode.NXDOMAIN) {
                    first = at;
                    return answer;
                }
                problem = text(server) + " answers " + Rcode.string(rcode);
            } catch (IOException silent) {
                problem = text(server) + " does not answer";
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        throw new Unanswered(problem);
    }

    private static String text(SimpleResolver server) {
        InetSocketAddress address = server.getAddress();
        return "name server " + address.getAddress().getHostAddress()
                + (address.getPort() == SimpleResolver.DEFAULT_PORT ? "" : " port " + address.getPort());
    }
}
