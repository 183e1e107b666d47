package dev.tidegate.dns.ownership;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// What an ownership record says: who has made the record that it stands for.
///
/// Shape: `heritage=external-dns,external-dns/owner=cluster-a,external-dns/resource=ingress/shop/web`.
///
/// `labels`: everything it says, by key without `external-dns/`; also what we do not know, so that it is written back.
///
/// Source: external-dns, `docs/registry/txt.md` and its labels.
public record OwnershipText(SortedMap<String, String> labels) {

    private static final String HERITAGE = "external-dns";
    private static final String OWNER = "owner";
    private static final String RESOURCE = "resource";

    /// AES-256-GCM: 12 bytes of nonce, and a tag of 16.
    private static final int LEAST_ENCRYPTED = 12 + 16;

    /// What a TXT record turns out to be.
    public sealed interface Reading {}

    /// An ownership record.
    public record Plain(OwnershipText text) implements Reading {}

    /// By its looks an ownership record that external-dns has encrypted: whose it is cannot be told.
    public record Encrypted() implements Reading {}

    /// Something else.
    public record Unrelated() implements Reading {}

    public OwnershipText {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public static OwnershipText of(String owner, String resource) {
        return new OwnershipText(new TreeMap<>(Map.of(OWNER, checked(owner), RESOURCE, checked(resource))));
    }

    /// A comma or an equals sign would be read back as something else, by external-dns too.
    private static String checked(String value) {
        requireNonNull(value);
        if (value.isEmpty() || value.chars().anyMatch(c -> c == ',' || c == '=' || c == '"' || c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "'" + value + "' (expected: printable ASCII without spaces, commas, quotes and equals signs)");
        }
        return value;
    }

    /// Shape: the whole of a TXT record, its strings joined, with or without quotes around it.
    public static Reading read(String record) {
        String text = record.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        SortedMap<String, String> labels = new TreeMap<>();
        boolean inherited = false;
        for (String token : text.split(",")) {
            int equals = token.indexOf('=');
            if (equals < 0 || token.indexOf('=', equals + 1) >= 0) {
                continue;
            }
            String key = token.substring(0, equals);
            String value = token.substring(equals + 1);
            if (key.equals("heritage")) {
                if (!value.equals(HERITAGE)) {
                    return new Unrelated();
                }
                inherited = true;
            } else if (key.startsWith(HERITAGE + "/")) {
                labels.put(key.substring(HERITAGE.length() + 1), value);
            }
        }
        if (inherited) {
            return new Plain(new OwnershipText(labels));
        }
        return encrypted(text) ? new Encrypted() : new Unrelated();
    }

    private static boolean encrypted(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= LEAST_ENCRYPTED;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    public Optional<String> owner() {
        return Optional.ofNullable(labels.get(OWNER));
    }

    public Optional<String> resource() {
        return Optional.ofNullable(labels.get(RESOURCE));
    }

    /// The same, said of another owner and resource.
    public OwnershipText ownedBy(String owner, String resource) {
        SortedMap<String, String> changed = new TreeMap<>(labels);
        changed.put(OWNER, checked(owner));
        changed.put(RESOURCE, checked(resource));
        return new OwnershipText(changed);
    }

    /// As it is written into a zone, without quotes: `heritage` first, then the labels by key.
    public String text() {
        StringJoiner text = new StringJoiner(",").add("heritage=" + HERITAGE);
        labels.forEach((key, value) -> text.add(HERITAGE + "/" + key + "=" + value));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
