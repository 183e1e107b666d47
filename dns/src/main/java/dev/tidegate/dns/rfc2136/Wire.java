package dev.tidegate.dns.rfc2136;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Our values as records of DNS messages, and back.
final class Wire {

    private static final int LONGEST_STRING = 255;
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^\"\\\\]]+");

    private Wire() {}

    static Name name(DomainName name) {
        try {
            return Name.fromString(name.text() + ".");
        } catch (TextParseException impossible) {
            throw new IllegalArgumentException("name '" + name + "'", impossible);
        }
    }

    /// Nothing for a name that no host and no ownership record can have.
    static Optional<DomainName> name(Name name) {
        try {
            return Optional.of(new DomainName(text(name)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    static int type(RecordType type) {
        return switch (type) {
            case A -> Type.A;
            case AAAA -> Type.AAAA;
            case CNAME -> Type.CNAME;
        };
    }

    static List<Record> records(RecordSet set, long ttl) {
        Name name = name(set.name());
        List<Record> records = new ArrayList<>();
        for (String value : set.values()) {
            records.add(
                    switch (set.type()) {
                        case A -> new ARecord(name, DClass.IN, ttl, InetAddress.ofLiteral(value));
                        case AAAA -> new AAAARecord(name, DClass.IN, ttl, InetAddress.ofLiteral(value));
                        case CNAME -> new CNAMERecord(name, DClass.IN, ttl, alias(value));
                    });
        }
        return records;
    }

    private static Name alias(String value) {
        try {
            return Name.fromString(value + ".");
        } catch (TextParseException impossible) {
            throw new IllegalArgumentException("name '" + value + "'", impossible);
        }
    }

    static Optional<RecordType> type(Record record) {
        return switch (record) {
            case ARecord _ -> Optional.of(RecordType.A);
            case AAAARecord _ -> Optional.of(RecordType.AAAA);
            case CNAMERecord _ -> Optional.of(RecordType.CNAME);
            default -> Optional.empty();
        };
    }

    static String value(Record record) {
        return switch (record) {
            case ARecord four -> four.getAddress().getHostAddress();
            case AAAARecord six -> six.getAddress().getHostAddress();
            case CNAMERecord alias -> text(alias.getTarget());
            default -> record.rdataToString();
        };
    }

    /// A text's strings joined, if they can be told from that again, else in quotes as a zone file has them: what is
    /// another's is to be named exactly, so that it is not touched.
    static String text(TXTRecord record) {
        List<String> strings = record.getStringsAsByteArrays().stream()
                .map(string -> new String(string, StandardCharsets.ISO_8859_1))
                .toList();
        String joined = String.join("", strings);
        return PLAIN.matcher(joined).matches() && strings.equals(cut(joined))
                ? joined
                : strings.stream().map(Wire::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> cut(String text) {
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LONGEST_STRING) {
            strings.add(text.substring(at, Math.min(text.length(), at + LONGEST_STRING)));
        }
        return strings;
    }

    /// Source: RFC 1035 §5.1.
    private static String quoted(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        string.chars().forEach(c -> {
            if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\%03d", c));
            } else if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    static TXTRecord text(Name name, long ttl, String text) {
        if (!text.startsWith("\"")) {
            return new TXTRecord(name, DClass.IN, ttl, cut(text));
        }
        try {
            return (TXTRecord) Record.fromString(name, Type.TXT, DClass.IN, ttl, text, Name.root);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("text " + text, malformed);
        }
    }
}
