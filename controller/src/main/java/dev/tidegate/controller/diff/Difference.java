package dev.tidegate.controller.diff;

import dev.tidegate.controller.diff.Thing.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/// All that moves between two sides, in order of kind and name.
public record Difference(List<Move> moves) {

    public Difference {
        moves = List.copyOf(moves);
    }

    /// Shape: how things stand, how they would → what moves. Pure; empty if both say the same.
    public static Difference between(Standing was, Standing is) {
        TreeSet<Thing> all = new TreeSet<>(was.things().keySet());
        all.addAll(is.things().keySet());
        List<Move> moves = new ArrayList<>();
        for (Thing thing : all) {
            Optional<String> before = Optional.ofNullable(was.things().get(thing));
            Optional<String> after = Optional.ofNullable(is.things().get(thing));
            if (!before.equals(after) && !isTold(thing, was.things(), is.things())) {
                moves.add(new Move(thing, before, after));
            }
        }
        return new Difference(moves);
    }

    /// Is it told with something larger? The policies of a path or host come and go with it, and so does the
    /// certificate that everybody has with a host.
    private static boolean isTold(Thing thing, SortedMap<Thing, String> was, SortedMap<Thing, String> is) {
        return switch (thing.kind()) {
            case POLICY -> {
                String owner = thing.name().substring(0, thing.name().lastIndexOf(' '));
                yield !has(was, owner) || !has(is, owner);
            }
            case CERTIFICATE -> {
                String only = was.getOrDefault(thing, is.getOrDefault(thing, ""));
                yield !(was.containsKey(thing) && is.containsKey(thing)) && Standing.isUsual(thing, only);
            }
            case HOST, PATH, BACKEND, SETTING, DIAGNOSTIC -> false;
        };
    }

    /// Is there such a path, or such a host?
    private static boolean has(SortedMap<Thing, String> things, String owner) {
        return things.containsKey(new Thing(Kind.PATH, owner)) || things.containsKey(new Thing(Kind.HOST, owner));
    }

    public boolean isEmpty() {
        return moves.isEmpty();
    }

    /// How many of each kind; kinds of which none moves are left out.
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        moves.forEach(move -> counts.merge(move.thing().kind(), 1, Integer::sum));
        return counts;
    }
}
