package dev.tidegate.dns.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.plan.NameChange;

/// What came of one change.
public sealed interface Outcome {

    NameChange change();

    /// It stands there now.
    record Made(NameChange change) implements Outcome {
        public Made {
            requireNonNull(change);
        }
    }

    /// The name is not as it was found: somebody was faster, or an answer was lost. Nothing was
    /// changed; it is to be read and planned again.
    ///
    /// `message`: one line for people.
    record Overtaken(NameChange change, String message) implements Outcome {
        public Overtaken {
            requireNonNull(change);
            requireNonNull(message);
        }
    }

    record Failed(NameChange change, Failure failure) implements Outcome {
        public Failed {
            requireNonNull(change);
            requireNonNull(failure);
        }
    }
}
