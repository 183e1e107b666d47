package dev.tidegate.controller.admin.api;

import io.vertx.core.MultiMap;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a long list, in order of a key. `next`: what to ask `after=` for the next part, or null at the end.
record Page<T>(List<T> items, @Nullable String next) {

    private static final int USUAL = 500;
    private static final int MOST = 1000;

    Page {
        items = List.copyOf(items);
    }

    /// Which part is asked for. Fails: [ApiRefused] if `limit` is no number in its range.
    record Asked(int limit, @Nullable String after) {

        static Asked of(MultiMap query) {
            String limit = query.get("limit");
            return new Asked(limit == null ? USUAL : limit(limit), query.get("after"));
        }

        private static int limit(String text) {
            try {
                int limit = Integer.parseInt(text);
                if (limit >= 1 && limit <= MOST) {
                    return limit;
                }
            } catch (NumberFormatException noNumber) {
                throw refused(text);
            }
            throw refused(text);
        }

        private static ApiRefused refused(String text) {
            return ApiRefused.of(400, "BadRequest", "limit: " + text + " (expected: 1 to " + MOST + ")");
        }
    }

    static <T> Page<T> of(List<T> all, Function<T, String> key, Asked asked) {
        List<T> rest = all.stream()
                .filter(item -> asked.after() == null || key.apply(item).compareTo(asked.after()) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<T> items = rest.subList(0, Math.min(asked.limit(), rest.size()));
        return new Page<>(items, items.size() < rest.size() ? key.apply(items.getLast()) : null);
    }
}
