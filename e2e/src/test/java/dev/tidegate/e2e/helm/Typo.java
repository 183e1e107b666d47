package dev.tidegate.e2e.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key with a slip of the finger in it, that is no other key of its place.
record Typo(ChartSchema.Key meant, String written) {

    private enum Slip {
        DROPPED,
        DOUBLED,
        SWAPPED,
        OTHER_CASE
    }

    /// So many, spread over all keys and all kinds of slips; the same ones each time.
    static List<Typo> of(List<ChartSchema.Key> keys, int count) {
        List<Typo> typos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ChartSchema.Key key = keys.get((int) ((long) i * keys.size() / count));
            typos.add(first(key, i));
        }
        return typos;
    }

    /// The first slip from there on that makes another word of it.
    private static Typo first(ChartSchema.Key key, int from) {
        Slip[] slips = Slip.values();
        for (int i = from; i < from + slips.length * key.name().length(); i++) {
            Optional<String> written = slip(
                            key.name(), slips[i % slips.length], i % key.name().length())
                    .filter(it -> !it.isEmpty() && !key.siblings().contains(it));
            if (written.isPresent()) {
                return new Typo(key, written.get());
            }
        }
        throw new AssertionError(key.path() + ": no typo of it is another word");
    }

    private static Optional<String> slip(String name, Slip slip, int at) {
        StringBuilder written = new StringBuilder(name);
        char letter = name.charAt(at);
        switch (slip) {
            case DROPPED -> written.deleteCharAt(at);
            case DOUBLED -> written.insert(at, letter);
            case SWAPPED -> {
                if (at + 1 == name.length()) {
                    return Optional.empty();
                }
                written.setCharAt(at, name.charAt(at + 1));
                written.setCharAt(at + 1, letter);
            }
            case OTHER_CASE ->
                written.setCharAt(
                        at,
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
        }
        return Optional.of(written.toString()).filter(it -> !it.equals(name));
    }

    /// Values with nothing else in them.
    String values() {
        Map<String, Object> values = Map.of(written, Map.of());
        for (String parent : meant.parents().reversed()) {
            values = Map.of(parent, values);
        }
        return Chart.json(values);
    }

    /// As JSON Pointer has it, and Helm's complaint.
    String place() {
        return meant.parents().isEmpty() ? "" : "/" + String.join("/", meant.parents());
    }

    @Override
    public String toString() {
        return written + " for " + meant.path();
    }
}
