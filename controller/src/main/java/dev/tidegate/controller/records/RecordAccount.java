package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.records.PublishState.Since;
import dev.tidegate.controller.view.RecordView;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.ownership.OwnershipText;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.Refusal;
import dev.tidegate.dns.record.WantedName;
import dev.tidegate.dns.record.WantedRecords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells what is known of the records of one host.
///
/// `published`: how publishing stands; empty where records are only answered here. `us`: in whose name they are made.
///
/// Threads: any; pure. Fails: never.
public record RecordAccount(WantedRecords wanted, Optional<PublishState> published, Identity us) {

    /// What has become of a name.
    enum State {
        /// Nobody asks for it.
        UNWANTED,
        /// It is asked for, and cannot be had.
        REFUSED,
        /// It is answered here, and published nowhere.
        ANSWERED,
        /// Another replica leads, and knows.
        UNKNOWN,
        /// What stands there could not be read.
        UNREAD,
        /// It stands as it is wanted.
        IN_PLACE,
        /// It is to be changed.
        PENDING,
        /// It is not changed, for a reason.
        WITHHELD,
        /// It is not wanted any more, and stands.
        LEFT
    }

    public RecordAccount {
        requireNonNull(wanted);
        requireNonNull(published);
        requireNonNull(us);
    }

    /// Of records that are answered here, and published nowhere.
    public static RecordAccount ofAnswers(WantedRecords wanted) {
        return new RecordAccount(wanted, Optional.empty(), Identity.of("tidegate"));
    }

    /// Shape: a host of a request → what there is to say; nothing where it is no name, as an IP address.
    public Optional<RecordView> of(String host) {
        try {
            return Optional.of(of(nameFor(DomainName.host(host))));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /// Itself if it is claimed, else the nearest wildcard that is, which stands for it.
    private DomainName nameFor(DomainName host) {
        String text = host.text();
        if (wanted.claimed().contains(host)) {
            return host;
        }
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            DomainName wildcard = DomainName.of("*" + text.substring(dot));
            if (wanted.claimed().contains(wildcard)) {
                return wildcard;
            }
        }
        return host;
    }

    private RecordView of(DomainName name) {
        WantedName asked = wanted.names().get(name);
        if (published.isEmpty()) {
            return asked == null
                    ? withoutWish(name, null, null)
                    : view(name, State.ANSWERED, "answered here, and published nowhere", asked, null, null);
        }
        PublishState state = published.get();
        if (!state.leading() || state.round() == null) {
            return asked == null
                    ? withoutWish(name, null, null)
                    : view(
                            name,
                            State.UNKNOWN,
                            state.leading()
                                    ? "nothing has been read yet"
                                    : "another replica leads, and knows what stands there",
                            asked,
                            null,
                            null);
        }
        NameContent found = state.found(name).orElse(null);
        Optional<OwnershipText> owner = owner(name, state);
        return asked == null
                ? withoutWish(name, found, owner.orElse(null))
                : wished(asked, found, owner.orElse(null), state);
    }

    private RecordView wished(
            WantedName asked, @Nullable NameContent found, @Nullable OwnershipText owner, PublishState state) {
        DomainName name = asked.name();
        if (found == null) {
            return view(
                    name,
                    State.UNREAD,
                    failure(asked, state).orElse("what stands there could not be read"),
                    asked,
                    null,
                    null);
        }
        List<Withheld> withheld =
                state.withheld().stream().filter(it -> it.name().equals(name)).toList();
        if (!withheld.isEmpty()) {
            return view(name, State.WITHHELD, withheld.getFirst().message(), asked, found, owner);
        }
        return found.sets().equals(asked.sets())
                ? view(name, State.IN_PLACE, "it stands as it is wanted", asked, found, owner)
                : view(
                        name,
                        State.PENDING,
                        failure(asked, state).orElse("to be changed in one of the next rounds"),
                        asked,
                        found,
                        owner);
    }

    private static Optional<String> failure(WantedName asked, PublishState state) {
        return state.failures().stream()
                .filter(it -> it.zone().equals(asked.zone()))
                .map(Failure::message)
                .findFirst();
    }

    private RecordView withoutWish(DomainName name, @Nullable NameContent found, @Nullable OwnershipText owner) {
        String refused = wanted.refusals().stream()
                .filter(refusal -> same(refusal, name))
                .map(refusal -> refusal.resource() + ": " + refusal.message())
                .collect(Collectors.joining("; "));
        if (!refused.isEmpty()) {
            return view(name, State.REFUSED, refused, null, found, owner);
        }
        if (found != null && !found.sets().isEmpty()) {
            String why = published.stream()
                    .flatMap(state -> state.withheld().stream())
                    .filter(it -> it.name().equals(name))
                    .map(Withheld::message)
                    .findFirst()
                    .orElse("it is not ours");
            return view(name, State.LEFT, why, null, found, owner);
        }
        return view(name, State.UNWANTED, "no Ingress asks for a record", null, found, owner);
    }

    private static boolean same(Refusal refusal, DomainName name) {
        try {
            return DomainName.host(refusal.name()).equals(name);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<OwnershipText> owner(DomainName name, PublishState state) {
        return Stream.of(RecordType.values())
                .flatMap(type -> us.names().namesToRead(name, type).stream())
                .flatMap(place -> state.found(place).stream())
                .flatMap(content -> content.texts().stream())
                .map(OwnershipText::read)
                .flatMap(reading ->
                        reading instanceof OwnershipText.Plain(OwnershipText text) ? Stream.of(text) : Stream.empty())
                .findFirst();
    }

    private RecordView view(
            DomainName name,
            State state,
            String message,
            @Nullable WantedName asked,
            @Nullable NameContent found,
            @Nullable OwnershipText owner) {
        Optional<Since> since =
                published.flatMap(it -> Optional.ofNullable(it.since().get(name)));
        return new RecordView(
                name.text(),
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                message,
                sets(asked == null ? List.of() : asked.sets().values()),
                found == null ? null : sets(found.sets().values()),
                owner == null ? null : owner.owner().orElse(null),
                owner == null ? null : owner.resource().orElse(null),
                since.map(Since::at).orElse(null),
                since.map(Since::byUs).orElse(false));
    }

    private static List<RecordView.Set> sets(Collection<RecordSet> sets) {
        return RecordView.sets(sets);
    }
}
