package dev.tidegate.controller.compile;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists as Kubernetes has them, where "none" is said in two ways, and in a manifest in three; and their copies.
final class Lists {

    private Lists() {}

    static <T> List<T> of(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <T> List<T> including(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    static <T> List<T> without(List<T> list, T one) {
        return list.stream().filter(it -> !it.equals(one)).toList();
    }
}
