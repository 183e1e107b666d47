package dev.tidegate.controller.compile;

import org.jspecify.annotations.Nullable;

/// Whether two are one instance. A source hands on the instance that it had when an object did not change, and a pass
/// the instance that it made; so what is the same needs no second look, and comparing costs nothing.
final class Same {

    private Same() {}

    @SuppressWarnings("ReferenceEquality") // the one place where it is meant
    static boolean instance(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }
}
