package dev.tidegate.gateway.request;

import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Walks header fields as they stand, without making a string of each where the map holds something leaner.
public final class Fields {

    private Fields() {}

    public interface Visitor {
        void visit(CharSequence name, CharSequence value);
    }

    public static void each(MultiMap fields, Visitor visitor) {
        if (fields instanceof HeadersMultiMap lean) {
            for (Iterator<Map.Entry<CharSequence, CharSequence>> it = lean.iteratorCharSequence(); it.hasNext(); ) {
                Map.Entry<CharSequence, CharSequence> field = it.next();
                visitor.visit(field.getKey(), field.getValue());
            }
        } else {
            for (Map.Entry<String, String> field : fields) {
                visitor.visit(field.getKey(), field.getValue());
            }
        }
    }

    /// All the lines of a field as the one list that they are, or null if there is none: who reads only the first reads
    /// what a client wrote, and not the line that a proxy added below. Source: RFC 9110 §5.3.
    public static @Nullable String joined(MultiMap fields, String name) {
        String first = fields.get(name);
        if (first == null) {
            return null;
        }
        List<String> lines = fields.getAll(name);
        return lines.size() == 1 ? first : String.join(", ", lines);
    }
}
