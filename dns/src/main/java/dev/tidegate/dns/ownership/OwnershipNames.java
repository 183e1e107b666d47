package dev.tidegate.dns.ownership;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a record's ownership record stands: `a-shop.example.com` for the A of `shop.example.com`.
///
/// `prefix`, `suffix`: put around the first label, at most one of them, as `--txt-prefix` and `--txt-suffix` of
/// external-dns; where one holds `%{record_type}` the type goes there, else `<type>-` goes before the first label.
/// `wildcardReplacement`: stands for `*`, as `--txt-wildcard-replacement`; empty: the `*` stays.
///
/// Source: external-dns, `docs/registry/txt.md`, "Prefixes and Suffixes", "Wildcard Replacement" and "Record Format
/// Options" for the names before v0.18, which are read and never written.
public record OwnershipNames(String prefix, String suffix, String wildcardReplacement) {

    private static final String TEMPLATE = "%{record_type}";

    /// As external-dns without options.
    public static final OwnershipNames PLAIN = new OwnershipNames("", "", "");

    /// What an ownership record's name stands for: a type, or as before v0.12 any but AAAA.
    ///
    /// `name`: with the wildcard's replacement, as that cannot be told from a label.
    public record Owned(String name, Optional<RecordType> type) {
        public Owned {
            requireNonNull(name);
            requireNonNull(type);
        }
    }

    public OwnershipNames {
        prefix = prefix.toLowerCase(Locale.ROOT);
        suffix = suffix.toLowerCase(Locale.ROOT);
        wildcardReplacement = wildcardReplacement.toLowerCase(Locale.ROOT);
        if (!prefix.isEmpty() && !suffix.isEmpty()) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "', suffix '" + suffix + "' (expected: at most one of them)");
        }
    }

    private boolean typeInAffix() {
        return prefix.contains(TEMPLATE) || suffix.contains(TEMPLATE);
    }

    /// Where it is written.
    ///
    /// Fails: `IllegalArgumentException` with one line where it would stand outside the zone, or be too long.
    public DomainName nameFor(DomainName name, RecordType type, DomainName zone) {
        String lower = lower(type);
        String text = around(name, typeInAffix() ? "" : lower + "-", lower);
        DomainName ownership = new DomainName(text);
        if (!ownership.within(zone) || ownership.equals(zone)) {
            throw new IllegalArgumentException("ownership record " + text + " of " + name + " is not in zone " + zone
                    + " (expected: a prefix that ends in a dot, like " + TEMPLATE + "-reg.)");
        }
        if (calledLikeTheReplacement(name)) {
            throw new IllegalArgumentException("ownership record " + text + " of " + name
                    + " is that of the wildcard (expected: a replacement of * that no host is called)");
        }
        return ownership;
    }

    private boolean calledLikeTheReplacement(DomainName name) {
        return name.firstLabel().equals(wildcardReplacement);
    }

    /// Where it may stand: the name of today, and the one of before v0.18 where that cannot mean another record. None
    /// where it could be the wildcard's.
    public List<DomainName> namesToRead(DomainName name, RecordType type) {
        List<DomainName> names = new ArrayList<>();
        if (calledLikeTheReplacement(name)) {
            return names;
        }
        String lower = lower(type);
        add(around(name, typeInAffix() ? "" : lower + "-", lower), names);
        if (type != RecordType.AAAA) {
            String legacy = around(name, "", "");
            if (owned(legacy).equals(Optional.of(new Owned(replaced(name).text(), Optional.empty())))) {
                add(legacy, names);
            }
        }
        return List.copyOf(names);
    }

    private static void add(String name, List<DomainName> to) {
        try {
            DomainName ownership = new DomainName(name);
            if (!to.contains(ownership)) {
                to.add(ownership);
            }
        } catch (IllegalArgumentException tooLong) {
            // no such name can exist
        }
    }

    private String around(DomainName name, String typePrefix, String type) {
        DomainName written = replaced(name);
        String first = written.firstLabel();
        return prefix.replace(TEMPLATE, type)
                + typePrefix
                + first
                + suffix.replace(TEMPLATE, type)
                + written.text().substring(first.length());
    }

    private DomainName replaced(DomainName name) {
        return wildcardReplacement.isEmpty() || !name.wildcard()
                ? name
                : new DomainName(wildcardReplacement + name.text().substring(1));
    }

    /// What an ownership record of that name stands for, read as external-dns reads it; nothing where it bears none of
    /// our affixes.
    public Optional<Owned> owned(String ownership) {
        if (suffix.isEmpty()) {
            return ownedBy(ownership, "");
        }
        int dots = (int) suffix.chars().filter(c -> c == '.').count();
        int end = -1;
        for (int i = 0; i <= dots; i++) {
            end = ownership.indexOf('.', end + 1);
            if (end < 0) {
                return Optional.empty();
            }
        }
        return ownedBy(ownership.substring(0, end), ownership.substring(end));
    }

    /// `rest`: the labels after those that a suffix takes part in.
    private Optional<Owned> ownedBy(String first, String rest) {
        if (typeInAffix()) {
            for (RecordType type : RecordType.values()) {
                String before = prefix.replace(TEMPLATE, lower(type));
                String after = suffix.replace(TEMPLATE, lower(type));
                if (surrounded(first, before, after)) {
                    return Optional.of(new Owned(without(first, before, after) + rest, Optional.of(type)));
                }
            }
        }
        String before = prefix.replace(TEMPLATE, "");
        String after = suffix.replace(TEMPLATE, "");
        if (!surrounded(first, before, after)) {
            return Optional.empty();
        }
        String bare = without(first, before, after) + rest;
        for (RecordType type : RecordType.values()) {
            String marked = lower(type) + "-";
            if (bare.startsWith(marked)) {
                return Optional.of(new Owned(bare.substring(marked.length()), Optional.of(type)));
            }
        }
        return Optional.of(new Owned(bare, Optional.empty()));
    }

    private static boolean surrounded(String text, String before, String after) {
        return text.length() > before.length() + after.length() && text.startsWith(before) && text.endsWith(after);
    }

    private static String without(String text, String before, String after) {
        return text.substring(before.length(), text.length() - after.length());
    }

    private static String lower(RecordType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
