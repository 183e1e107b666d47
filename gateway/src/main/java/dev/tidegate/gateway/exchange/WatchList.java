package dev.tidegate.gateway.exchange;

import java.util.ArrayList;
import java.util.List;

/// All that one event loop watches. Adding and removing are constant in time, and nothing is scheduled a request: one
/// tick a loop looks at everybody, which is cheaper than a timer each even with many thousands of them.
final class WatchList<T extends Watched> {

    /// Holds where its owner stands in the list.
    static final class Place {
        private int index = -1;
    }

    private record Entry<T>(T watched, Place place) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    void add(T watched, Place place) {
        place.index = entries.size();
        entries.add(new Entry<>(watched, place));
    }

    /// The last one takes the free place.
    void remove(Place place) {
        int index = place.index;
        if (index < 0) {
            return;
        }
        place.index = -1;
        Entry<T> last = entries.removeLast();
        if (index < entries.size()) {
            entries.set(index, last);
            last.place.index = index;
        }
    }

    /// From the end, so that those who end themselves, and only they, leave gaps that were looked at already.
    void check(long nowNs) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (i < entries.size()) {
                entries.get(i).watched.check(nowNs);
            }
        }
    }

    int size() {
        return entries.size();
    }

    List<T> all() {
        return entries.stream().map(Entry::watched).toList();
    }
}
