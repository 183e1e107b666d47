package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;

/// What reading the body of a request came to.
public sealed interface ReviewReading {

    record Read(Review review) implements ReviewReading {
        public Read {
            requireNonNull(review);
        }
    }

    /// It is no question that can be answered. `problem`: one line for people, with what was expected.
    record Refused(String problem) implements ReviewReading {
        public Refused {
            requireNonNull(problem);
        }
    }
}
