package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.request.FieldNames;
import dev.tidegate.gateway.request.Fields;
import dev.tidegate.gateway.table.AnswerRules;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Passes a backend's header fields on: all but those of its own hop, those its `Connection` names, those that are
/// hidden by rule, and its `Server` unless a rule keeps it.
///
/// `Date` and `Server` are there on every answer: a recipient with a clock adds the one (RFC 9110 §6.6.1), and the
/// other says who answered the client.
final class ResponseFields {

    static final AsciiString SERVER = AsciiString.cached("server");
    static final AsciiString TIDEGATE = AsciiString.cached("tidegate");
    static final AsciiString DATE = AsciiString.cached("date");

    private ResponseFields() {}

    static void copy(MultiMap from, MultiMap to, HttpDate date, AnswerRules rules) {
        String nominated = nominated(from.get("connection"));
        Fields.each(from, (name, value) -> {
            if (!FieldNames.isHopByHop(name) && !names(nominated, name) && passes(name, rules)) {
                to.add(name, value);
            }
        });
        addOwn(to, date);
    }

    private static boolean passes(CharSequence name, AnswerRules rules) {
        return (rules.keepsServer() || !FieldNames.is(name, "server"))
                && (rules.hidden().isEmpty() || !rules.hidden().contains(name.toString()));
    }

    /// What every answer carries, the gateway's own too.
    static void addOwn(MultiMap to, HttpDate date) {
        if (!to.contains(SERVER)) {
            to.set(SERVER, TIDEGATE);
        }
        if (!to.contains(DATE)) {
            to.set(DATE, date.now());
        }
    }

    /// The value of `Connection`, if it names any field at all.
    private static @Nullable String nominated(@Nullable String connection) {
        boolean plain =
                connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close");
        return plain ? null : connection;
    }

    private static boolean names(@Nullable String nominated, CharSequence name) {
        if (nominated == null) {
            return false;
        }
        for (String token : nominated.split(",")) {
            if (FieldNames.is(name, token.strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
