package dev.tidegate.gateway.request;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one walk over a request's fields finds out: framing, what is asked of this hop, and whether it can be trusted
/// to mean one thing only. Source: RFC 9112 §3.2 (Host), §6 (framing); RFC 9110 §7.6.1 (Connection), §7.8 (Upgrade).
public final class RequestFields implements Fields.Visitor {

    private int hosts;
    private @Nullable CharSequence host;
    private long length = -1;
    private boolean lengthBroken;
    private boolean nameless;
    private boolean chunked;
    private boolean trailersAccepted;
    private @Nullable String upgrade;
    private boolean upgradeNamed;
    private boolean close;
    private @Nullable List<String> nominated;

    public static RequestFields read(MultiMap fields) {
        RequestFields facts = new RequestFields();
        Fields.each(fields, facts);
        return facts;
    }

    @Override
    public void visit(CharSequence name, CharSequence value) {
        switch (name.length()) {
            case 0 -> nameless = true;
            case 2 -> trailersAccepted |= FieldNames.is(name, "te") && containsToken(value, "trailers");
            case 4 -> {
                if (FieldNames.is(name, "host")) {
                    hosts++;
                    host = value;
                }
            }
            case 7 -> {
                if (FieldNames.is(name, "upgrade")) {
                    upgrade = value.toString();
                }
            }
            case 10 -> {
                if (FieldNames.is(name, "connection")) {
                    readConnection(value);
                }
            }
            case 14 -> {
                if (FieldNames.is(name, "content-length")) {
                    readLength(value);
                }
            }
            case 17 -> chunked |= FieldNames.is(name, "transfer-encoding");
            default -> {}
        }
    }

    private void readConnection(CharSequence value) {
        for (String token : value.toString().split(",")) {
            String name = token.strip().toLowerCase(Locale.ROOT);
            switch (name) {
                case "", "keep-alive" -> {}
                case "close" -> close = true;
                case "upgrade" -> upgradeNamed = true;
                default -> {
                    if (nominated == null) {
                        nominated = new ArrayList<>(2);
                    }
                    nominated.add(name);
                }
            }
        }
    }

    private void readLength(CharSequence value) {
        long before = length;
        length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9' || length > (Long.MAX_VALUE - 9) / 10) {
                lengthBroken = true;
                return;
            }
            length = length * 10 + (c - '0');
        }
        lengthBroken |= value.isEmpty() || before >= 0;
    }

    private static boolean containsToken(CharSequence value, String token) {
        return value.toString().toLowerCase(Locale.ROOT).contains(token);
    }

    /// Can the request be understood in one way only?
    public boolean unambiguous() {
        return hosts <= 1 && !nameless && !lengthBroken && !(chunked && length >= 0);
    }

    @Nullable
    public CharSequence host() {
        return host;
    }

    /// -1 if the request does not say.
    public long length() {
        return length;
    }

    public boolean chunked() {
        return chunked;
    }

    public boolean trailersAccepted() {
        return trailersAccepted;
    }

    /// The protocol to switch to, if the request asks for a switch as it should, by `Upgrade` and `Connection` both.
    ///
    /// Never h2c: that is between a client and us, and a tunnel of it would carry requests past every rule.
    @Nullable
    public String upgrade() {
        return upgradeNamed
                        && upgrade != null
                        && !upgrade.toLowerCase(Locale.ROOT).contains("h2c")
                ? upgrade
                : null;
    }

    /// Does the client ask for the connection to close after this answer?
    public boolean close() {
        return close;
    }

    /// Is this field named by `Connection`, and so for this hop only?
    public boolean nominates(CharSequence name) {
        if (nominated != null) {
            for (String each : nominated) {
                if (FieldNames.is(name, each)) {
                    return true;
                }
            }
        }
        return false;
    }
}
