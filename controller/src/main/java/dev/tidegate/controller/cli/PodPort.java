package dev.tidegate.controller.cli;

import dev.tidegate.policy.traffic.Protocol;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// A port and its protocol, as `8080` or `53/udp`.
record PodPort(int number, Protocol protocol) {

    static final PodPort NONE = new PodPort(0, Protocol.TCP);

    private static final int LAST = 65535;

    static final class Converter implements ITypeConverter<PodPort> {

        private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})(?:/([A-Za-z]+))?");

        @Override
        public PodPort convert(String value) {
            Matcher shape = SHAPE.matcher(value);
            if (!shape.matches() || Integer.parseInt(shape.group(1)) < 1 || Integer.parseInt(shape.group(1)) > LAST) {
                throw FlagTypes.expected("a port, 1 to 65535, as 80, 80/tcp, 53/udp or 9000/sctp");
            }
            String protocol = shape.group(2) == null ? "tcp" : shape.group(2);
            return new PodPort(Integer.parseInt(shape.group(1)), FlagTypes.constant(Protocol.class, protocol));
        }
    }
}
