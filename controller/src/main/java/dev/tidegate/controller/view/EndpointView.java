package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.EndpointState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An address behind a backend. `state`: `ready`, `terminating` or `not-ready`; `taken`: whether new requests go
/// there; `pod`: absent where it is not known.
public record EndpointView(
        String address,
        String state,
        boolean taken,
        @Nullable String pod) {
    public EndpointView {
        requireNonNull(address);
        requireNonNull(state);
    }

    static EndpointView of(EndpointState state) {
        return new EndpointView(
                state.endpoint().text(),
                state.condition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                state.taken(),
                state.pod().isEmpty() ? null : state.pod());
    }
}
