package dev.tidegate.dns.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;
import java.util.Comparator;
import java.util.function.BooleanSupplier;

/// How much of a plan one round makes, and what of it before the rest.
///
/// `most`: so many changes. `order`: by name; those that it does not tell apart are made in the order of names.
/// `enough`: asked before each change, by any thread; once it holds, the rest but for the first few is left to the next
/// round.
public record Handful(int most, Comparator<DomainName> order, BooleanSupplier enough) {

    public Handful {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most + " (expected: at least 1)");
        }
        requireNonNull(order);
        requireNonNull(enough);
    }

    /// In the order of names.
    public static Handful of(int most) {
        return new Handful(most, (_, _) -> 0, () -> false);
    }
}
