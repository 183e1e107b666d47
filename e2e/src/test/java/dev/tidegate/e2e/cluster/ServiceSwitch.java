package dev.tidegate.e2e.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The addresses of Services, as kube-proxy has them answer: each new connection goes to the next endpoint and stays
/// there, byte by byte, whatever becomes of the list.
///
/// It obeys `endpoints ADDRESS PORT ADDRESS:PORT,…` on standard input, where the list may be `none`, answers each line
/// by one on standard output, and ends with its input.
final class ServiceSwitch {

    private static final int BACKLOG = 256;
    private static final int CONNECT_TIMEOUT_MS = 2_000;

    private final Map<InetSocketAddress, Port> ports = new HashMap<>();

    public static void main(String... none) throws IOException {
        ServiceSwitch services = new ServiceSwitch();
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(services.obey(line.split(" ", -1)));
            }
        }
        System.exit(0); // connections do not end by themselves
    }

    private String obey(String[] command) {
        try {
            InetSocketAddress at =
                    new InetSocketAddress(InetAddress.ofLiteral(command[1]), Integer.parseInt(command[2]));
            Port port = ports.get(at);
            if (port == null) {
                port = new Port(new ServerSocket(at.getPort(), BACKLOG, at.getAddress()));
                Thread.ofVirtual().start(port::accept);
                ports.put(at, port);
            }
            port.endpoints = endpoints(command[3]);
            return "ok";
        } catch (IOException failed) {
            return String.join(" ", command) + ": " + failed.getMessage();
        }
    }

    private static List<InetSocketAddress> endpoints(String list) {
        return list.equals("none")
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(endpoint -> endpoint.split(":", -1))
                        .map(parts ->
                                new InetSocketAddress(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1])))
                        .toList();
    }

    private static final class Port {

        private final ServerSocket here;
        private final AtomicInteger turn = new AtomicInteger();
        private volatile List<InetSocketAddress> endpoints = List.of();

        Port(ServerSocket here) {
            this.here = here;
        }

        void accept() {
            while (true) {
                try {
                    Socket client = here.accept();
                    Thread.ofVirtual().start(() -> connect(client));
                } catch (IOException refused) {
                    // who comes next may be luckier
                }
            }
        }

        private void connect(Socket client) {
            List<InetSocketAddress> now = endpoints;
            Socket endpoint = new Socket();
            try {
                if (now.isEmpty()) {
                    throw new IOException("no endpoint");
                }
                endpoint.connect(now.get(Math.floorMod(turn.getAndIncrement(), now.size())), CONNECT_TIMEOUT_MS);
                client.setTcpNoDelay(true);
                endpoint.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> copy(endpoint, client));
                copy(client, endpoint);
            } catch (IOException refused) {
                reset(client);
                reset(endpoint);
            }
        }

        /// An end that is said is passed on, and the other direction goes on; so is a reset.
        private static void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
                to.shutdownOutput();
                if (from.isOutputShutdown()) {
                    from.close();
                    to.close();
                }
            } catch (IOException broken) {
                reset(to);
                reset(from);
            }
        }

        private static void reset(Socket socket) {
            try (socket) {
                socket.setSoLinger(true, 0);
            } catch (IOException gone) {
                // that is all that was wanted
            }
        }
    }
}
