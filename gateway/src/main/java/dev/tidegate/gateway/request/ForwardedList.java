package dev.tidegate.gateway.request;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Forwarding;
import java.util.Optional;

/// The list of addresses in `X-Forwarded-For`, or whatever field stands for it: each proxy adds the peer it saw at the
/// right end, so that from the right it is true for as long as those who wrote it are trusted.
final class ForwardedList {

    private ForwardedList() {}

    /// Shape: a list that a trusted peer sent → from the right, the first address that is not a trusted proxy's; the
    /// left-most if all are. What is no address ends the walk, for nobody trusted vouches for what is left of it.
    static IpAddress client(String list, IpAddress peer, Forwarding forwarding) {
        IpAddress found = peer;
        int end = list.length();
        while (end > 0) {
            int comma = list.lastIndexOf(',', end - 1);
            Optional<IpAddress> said = hop(list.substring(comma + 1, end).strip());
            if (said.isEmpty()) {
                return found;
            }
            found = said.get();
            if (!forwarding.trusts(found)) {
                return found;
            }
            end = comma;
        }
        return found;
    }

    /// An address, as it is or with a port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. Some load balancers write those,
    /// and nginx reads them.
    private static Optional<IpAddress> hop(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return isPort(text.substring(bracket + 1)) ? IpAddress.parse(text.substring(1, bracket)) : Optional.empty();
        }
        int colon = text.indexOf(':');
        boolean withPort = colon > text.indexOf('.') && text.indexOf('.') > 0 && isPort(text.substring(colon));
        return IpAddress.parse(withPort ? text.substring(0, colon) : text);
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.length() > 1
                        && text.length() <= 6
                        && text.charAt(0) == ':'
                        && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }
}
