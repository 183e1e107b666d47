package dev.tidegate.controller.externaldns;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.crd.DnsEndpoint;
import dev.tidegate.controller.crd.DnsEndpointSpec;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.Target;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one object keeps: the records of one name.
///
/// `owner`: as the label has it. `resource`: who wants them, `ingress/shop/web`. `edited`: whether the object says more
/// than that, or says it in another way than we write it.
///
/// Pure. Source: external-dns, `docs/sources/crd.md`.
record KeptName(
        DomainName name, String owner, Optional<String> resource, Map<RecordType, RecordSet> sets, boolean edited) {

    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String TIDEGATE = "tidegate";
    static final String OWNER = "tidegate.dev/dns-owner";
    static final String NAME = "tidegate.dev/dns-name";
    static final String RESOURCE = "tidegate.dev/dns-resource";

    KeptName {
        requireNonNull(name);
        requireNonNull(owner);
        requireNonNull(resource);
        EnumMap<RecordType, RecordSet> byType = new EnumMap<>(RecordType.class);
        byType.putAll(sets);
        sets = Collections.unmodifiableMap(byType);
    }

    static KeptName of(DomainName name, String owner, String resource, Map<RecordType, RecordSet> sets) {
        return new KeptName(name, OwnerLabel.of(owner), Optional.of(resource), sets, false);
    }

    /// Nothing for what no Tidegate has made: it bears other labels, or is called otherwise than its name would be.
    static Optional<KeptName> read(DnsEndpoint object) {
        ObjectMeta metadata = object.getMetadata();
        Map<String, String> labels = orEmpty(metadata.getLabels());
        String owner = labels.getOrDefault(OWNER, "");
        if (!TIDEGATE.equals(labels.get(MANAGED_BY)) || owner.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> annotations = orEmpty(metadata.getAnnotations());
        return name(annotations.getOrDefault(NAME, ""))
                .filter(name -> ObjectName.of(name).equals(metadata.getName()))
                .map(name -> read(name, owner, Optional.ofNullable(annotations.get(RESOURCE)), object.getSpec()));
    }

    private static KeptName read(
            DomainName name, String owner, Optional<String> resource, @Nullable DnsEndpointSpec spec) {
        List<DnsEndpointSpec.Entry> entries = spec == null || spec.endpoints() == null ? List.of() : spec.endpoints();
        Map<RecordType, RecordSet> sets = entries.stream()
                .flatMap(entry -> set(name, entry).stream())
                .collect(Collectors.toMap(RecordSet::type, set -> set, (first, _) -> first));
        KeptName read = new KeptName(name, owner, resource, sets, false);
        return read.spec().equals(spec) ? read : new KeptName(name, owner, resource, sets, true);
    }

    private static Optional<DomainName> name(String written) {
        try {
            return Optional.of(DomainName.of(written));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Nothing for an entry that is none of ours, whoever wrote it.
    private static Optional<RecordSet> set(DomainName name, DnsEndpointSpec.Entry entry) {
        try {
            RecordType type = RecordType.valueOf(String.valueOf(entry.recordType()));
            List<Target> targets =
                    orEmpty(entry.targets()).stream().map(Target::of).toList();
            boolean ours = DomainName.of(String.valueOf(entry.dnsName())).equals(name)
                    && targets.stream().allMatch(target -> target.type() == type);
            long ttl = entry.recordTTL() == null ? 0 : entry.recordTTL();
            return ours
                    ? Optional.of(new RecordSet(
                            name,
                            type,
                            Duration.ofSeconds(ttl),
                            targets.stream().map(Target::text).toList()))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    /// The object, where there is none yet.
    DnsEndpoint object(String namespace) {
        DnsEndpoint object = new DnsEndpoint();
        object.getMetadata().setNamespace(namespace);
        object.getMetadata().setName(ObjectName.of(name));
        return in(object);
    }

    /// Written into the object, which keeps whatever else it has besides its spec.
    DnsEndpoint in(DnsEndpoint object) {
        ObjectMeta metadata = object.getMetadata();
        metadata.setLabels(with(metadata.getLabels(), Map.of(MANAGED_BY, TIDEGATE, OWNER, owner)));
        metadata.setAnnotations(
                with(metadata.getAnnotations(), Map.of(NAME, name.text(), RESOURCE, resource.orElse("unknown"))));
        object.setSpec(spec());
        return object;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> ours) {
        Map<String, String> all = new TreeMap<>(orEmpty(some));
        all.putAll(ours);
        return all;
    }

    private DnsEndpointSpec spec() {
        return new DnsEndpointSpec(sets.values().stream().map(KeptName::entry).toList());
    }

    private static DnsEndpointSpec.Entry entry(RecordSet set) {
        return new DnsEndpointSpec.Entry(
                set.name().text(),
                set.values().stream().map(KeptName::target).toList(),
                set.type().name(),
                set.ttl().toSeconds(),
                null,
                null,
                null);
    }

    /// As people and external-dns write addresses (RFC 5952); a name as it is.
    private static String target(String value) {
        return IpAddress.parse(value).map(IpAddress::toString).orElse(value);
    }
}
