package dev.tidegate.gateway.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hosts by name: asked with a part of a request's host, and changed at a cost that hardly grows with their number.
///
/// How: [#TABLES] small tables, chosen by hash. A changed copy shares all of them but one with the map before it.
/// [dev.tidegate.persistent.PersistentMap] would do, if it could be asked without a string of the part.
///
/// Threads: any; immutable.
final class HostNames {

    private static final int TABLES = 1 << 10;

    static final HostNames NONE = none();

    private final TextTable<VirtualHost>[] tables;
    private final int size;

    private HostNames(TextTable<VirtualHost>[] tables, int size) {
        this.tables = tables;
        this.size = size;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static HostNames none() {
        TextTable<VirtualHost>[] tables = new TextTable[TABLES];
        Arrays.fill(tables, TextTable.empty());
        return new HostNames(tables, 0);
    }

    @Nullable
    VirtualHost get(String name) {
        return get(name, 0);
    }

    /// The host of the name that stands in the text from `start` to its end.
    @Nullable
    VirtualHost get(String text, int start) {
        int hash = TextHash.of(text, start, text.length());
        return tables[table(hash)].get(text, start, text.length(), hash);
    }

    /// Other bits than those by which a [TextTable] finds a slot.
    private static int table(int hash) {
        return (hash ^ (hash >>> 16)) & (TABLES - 1);
    }

    HostNames with(String name, VirtualHost host) {
        int at = tableOf(name);
        return replacing(at, tables[at].with(name, host));
    }

    HostNames without(String name) {
        int at = tableOf(name);
        return tables[at].get(name) == null ? this : replacing(at, tables[at].without(name));
    }

    private static int tableOf(String name) {
        return table(TextHash.of(name, 0, name.length()));
    }

    private HostNames replacing(int at, TextTable<VirtualHost> table) {
        TextTable<VirtualHost>[] next = tables.clone();
        next[at] = table;
        return new HostNames(next, size - tables[at].size() + table.size());
    }

    List<VirtualHost> all() {
        List<VirtualHost> all = new ArrayList<>(size);
        for (TextTable<VirtualHost> table : tables) {
            table.forEach((_, host) -> all.add(host));
        }
        return all;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof HostNames that && size == that.size && Arrays.equals(tables, that.tables));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tables);
    }
}
