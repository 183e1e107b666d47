package dev.tidegate.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Iterator;
import java.util.Map;

/// Walks header fields as they stand, without making a string of each where the map holds something leaner.
final class Fields {

    private Fields() {}

    interface Visitor {
        void visit(CharSequence name, CharSequence value);
    }

    static void each(MultiMap fields, Visitor visitor) {
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
}
