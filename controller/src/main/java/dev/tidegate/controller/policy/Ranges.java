package dev.tidegate.controller.policy;

import dev.tidegate.address.Cidr;
import java.util.Optional;

/// Reads a range of addresses as policies write it: never without the length of its prefix.
final class Ranges {

    static final String EXPECTED = "a CIDR, as 10.0.0.0/8";

    private Ranges() {}

    /// Empty if it is malformed; then it has said so.
    static Optional<Cidr> read(String text, String field, Faults faults) {
        Optional<Cidr> range = text.contains("/") ? Cidr.parse(text) : Optional.empty();
        if (range.isEmpty()) {
            faults.add(field, text, EXPECTED);
        }
        return range;
    }
}
