/// What the API server is told before an Ingress is stored: may it be, and what to say of it. The decision is a pure
/// function; who listens, and with which certificate, have rooms of their own.
///
/// Reading order: [Review], [ReviewReading], [Judge], [Verdict], [ReviewAnswer]; then `listen` and `certificate`.
@NullMarked
package dev.tidegate.controller.admission;

import org.jspecify.annotations.NullMarked;
