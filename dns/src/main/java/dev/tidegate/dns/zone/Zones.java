package dev.tidegate.dns.zone;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/// All zones of a server. Immutable.
///
/// Threads: any.
public final class Zones {

    /// Nothing is known yet: whoever asks is told to ask again, and never that a name does not exist.
    public static final Zones UNKNOWN = new Zones(Map.of(), false);

    private final Map<Name, Zone> byOrigin;
    private final boolean known;

    private Zones(Map<Name, Zone> byOrigin, boolean known) {
        this.byOrigin = byOrigin;
        this.known = known;
    }

    /// Fails: `IllegalStateException` if two are for one name.
    public static Zones of(Collection<Zone> zones) {
        return new Zones(zones.stream().collect(Collectors.toUnmodifiableMap(Zone::origin, Function.identity())), true);
    }

    /// These and others; for one name these have it. Unknown if either is.
    public Zones and(Zones others) {
        Map<Name, Zone> all = new HashMap<>(others.byOrigin);
        all.putAll(byOrigin);
        return new Zones(Map.copyOf(all), known && others.known);
    }

    /// Is anything known yet?
    public boolean known() {
        return known;
    }

    /// How many records they hold, those that they say of themselves among them.
    public long records() {
        return byOrigin.values().stream().mapToLong(Zone::records).sum();
    }

    /// The zone that a name belongs to: the one with the most labels; null if it is in none.
    @Nullable
    Zone of(Name name) {
        for (int cut = 0; cut < name.labels(); cut++) {
            Zone zone = byOrigin.get(new Name(name, cut));
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }
}
