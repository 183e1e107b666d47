package dev.tidegate.controller.externaldns;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.crd.DnsEndpoint;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.RecordStore;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The records that external-dns makes of DNSEndpoints: one object a name, all of them in one namespace.
///
/// An object of that name that bears other labels, or another owner, is never touched. One that is not as we wrote it
/// is put right, once it is read again.
///
/// Source: external-dns, `docs/sources/crd.md`.
public final class DnsEndpointRecords implements RecordStore {

    private final KubernetesClient client;
    private final String namespace;
    private final Ownership ownership;

    /// `us`: as [#identity] makes it, and the same that the publisher has.
    public DnsEndpointRecords(KubernetesClient client, String namespace, Identity us) {
        this.client = requireNonNull(client);
        this.namespace = requireNonNull(namespace);
        this.ownership = new Ownership(us);
    }

    /// The same owner, with names for ownership records that no host has: as none is written here, none is to stand in
    /// a host's way.
    public static Identity identity(Identity us) {
        return Ownership.aside(us);
    }

    @Override
    public boolean readsWhole() {
        return true;
    }

    @Override
    public Map<DomainName, NameContent> whole(DomainName zone) throws Failure.Thrown {
        Map<DomainName, NameContent> content = new HashMap<>();
        try {
            client
                    .resources(DnsEndpoint.class)
                    .inNamespace(namespace)
                    .withLabel(KeptName.MANAGED_BY, KeptName.TIDEGATE)
                    .list()
                    .getItems()
                    .stream()
                    .flatMap(object -> KeptName.read(object).stream())
                    .filter(kept -> kept.name().within(zone))
                    .flatMap(kept -> ownership.content(kept, zone).entrySet().stream())
                    .forEach(at -> content.merge(at.getKey(), at.getValue(), DnsEndpointRecords::both));
        } catch (KubernetesClientException failure) {
            throw new Failure.Thrown(ApiFailure.of(zone, this + ": list", failure));
        }
        return content;
    }

    /// Where one name is the place of another's ownership record.
    private static NameContent both(NameContent some, NameContent others) {
        return new NameContent(
                some.sets().isEmpty() ? others.sets() : some.sets(),
                Stream.concat(some.texts().stream(), others.texts().stream()).toList(),
                false);
    }

    @Override
    public Map<DomainName, NameContent> names(DomainName zone, Set<DomainName> names) throws Failure.Thrown {
        Map<DomainName, NameContent> content = whole(zone);
        for (DomainName name : names) {
            content.putIfAbsent(name, NameContent.NOTHING);
            for (RecordType type : RecordType.values()) {
                ownership
                        .us()
                        .names()
                        .namesToRead(name, type)
                        .forEach(place -> content.putIfAbsent(place, NameContent.NOTHING));
            }
        }
        return content;
    }

    @Override
    public Outcome make(NameChange change) {
        Optional<String> owner = ownership.ownerBefore(change);
        try {
            return owner.isPresent() ? change(change, owner.get()) : create(change);
        } catch (KubernetesClientException failure) {
            boolean gone = failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND && owner.isPresent();
            return gone || failure.getCode() == HttpURLConnection.HTTP_CONFLICT
                    ? overtaken(change)
                    : new Outcome.Failed(
                            change, ApiFailure.of(change.zone(), object(change) + ": " + verb(change), failure));
        }
    }

    private static String verb(NameChange change) {
        return switch (change.kind()) {
            case CREATE -> "create";
            case UPDATE -> "update";
            case WITHDRAW -> "delete";
        };
    }

    private Outcome create(NameChange change) {
        DnsEndpoint object = ownership.after(change).object(namespace);
        try {
            client.resource(object).create();
            return new Outcome.Made(change);
        } catch (KubernetesClientException failure) {
            if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw failure;
            }
            DnsEndpoint there = resource(change.name()).get();
            return there == null || KeptName.read(there).isPresent() ? overtaken(change) : foreign(change);
        }
    }

    /// By the version that was looked at last: external-dns writes a status, by which the one that was read is old.
    private Outcome change(NameChange change, String owner) {
        DnsEndpoint there = resource(change.name()).get();
        if (there == null || !asFound(there, change, owner)) {
            return overtaken(change);
        }
        if (change.after().isEmpty()) {
            boolean gone = !client.resource(there)
                    .lockResourceVersion(there.getMetadata().getResourceVersion())
                    .delete()
                    .isEmpty();
            return gone ? new Outcome.Made(change) : overtaken(change);
        }
        client.resource(ownership.after(change).in(there)).update();
        return new Outcome.Made(change);
    }

    private static boolean asFound(DnsEndpoint there, NameChange change, String owner) {
        return KeptName.read(there)
                .filter(kept -> kept.owner().equals(owner) && kept.sets().equals(change.before()))
                .isPresent();
    }

    private Resource<DnsEndpoint> resource(DomainName name) {
        return client.resources(DnsEndpoint.class).inNamespace(namespace).withName(ObjectName.of(name));
    }

    private Outcome overtaken(NameChange change) {
        return new Outcome.Overtaken(
                change, object(change) + ": written by somebody else (expected: the object as it was found)");
    }

    private Outcome foreign(NameChange change) {
        return new Outcome.Failed(
                change,
                new Failure(
                        change.zone(),
                        Fault.OTHER,
                        object(change) + ": is owned by another, and left as it is (expected: no object of that name,"
                                + " or label " + KeptName.MANAGED_BY + "=" + KeptName.TIDEGATE + ", label "
                                + KeptName.OWNER + " and annotation " + KeptName.NAME + "=" + change.name() + ")"));
    }

    private String object(NameChange change) {
        return "DNSEndpoint " + namespace + "/" + ObjectName.of(change.name());
    }

    @Override
    public String describe() {
        return toString();
    }

    @Override
    public String toString() {
        return "DNSEndpoints of namespace " + namespace;
    }
}
