package dev.tidegate.controller.source.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes what is read of a cluster small: tens of thousands of objects are held for as long as the process lives.
///
/// Short texts that were read before (namespaces, classes, ports, labels) are the same instance again, and what each
/// object has and hardly ever uses, as the map of unknown fields of each of its parts, is one empty one for all.
///
/// Threads: any.
final class LeanObjects extends SimpleModule {

    private static final long serialVersionUID = 1;

    LeanObjects() {
        addDeserializer(String.class, new SharedText());
        setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
                return UnknownFields.of(bean.getBeanClass())
                        .<JsonDeserializer<?>>map(fields -> new Lean(deserializer, fields))
                        .orElse(deserializer);
            }
        });
    }

    static void shareWhatIsEmpty(ObjectMeta metadata) {
        shareIfEmpty(metadata.getLabels(), metadata::setLabels);
        shareIfEmpty(metadata.getAnnotations(), metadata::setAnnotations);
        if (metadata.getFinalizers() != null && metadata.getFinalizers().isEmpty()) {
            metadata.setFinalizers(List.of());
        }
        if (metadata.getOwnerReferences() != null
                && metadata.getOwnerReferences().isEmpty()) {
            metadata.setOwnerReferences(List.of());
        }
        if (metadata.getManagedFields() != null && metadata.getManagedFields().isEmpty()) {
            metadata.setManagedFields(List.of());
        }
    }

    private static void shareIfEmpty(@Nullable Map<String, String> texts, Consumer<Map<String, String>> set) {
        if (texts != null && texts.isEmpty()) {
            set.accept(Map.of());
        }
    }

    /// Two threads may both read a text for the first time; then there are two instances of it, and that is all.
    private static final class SharedText extends StringDeserializer {

        private static final long serialVersionUID = 1;
        private static final int LONGEST = 64;
        private static final int TEXTS = 1 << 16;

        private final transient String[] known = new String[TEXTS];

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text == null || text.length() > LONGEST) {
                return text;
            }
            int hash = text.hashCode();
            int at = (hash ^ (hash >>> 16)) & (TEXTS - 1);
            String before = known[at];
            if (text.equals(before)) {
                return before;
            }
            known[at] = text;
            return text;
        }
    }

    /// How the models of fabric8 hold the fields that they do not know.
    private record UnknownFields(Method get, Method set) {

        static Optional<UnknownFields> of(Class<?> model) {
            try {
                return Optional.of(new UnknownFields(
                        model.getMethod("getAdditionalProperties"),
                        model.getMethod("setAdditionalProperties", Map.class)));
            } catch (NoSuchMethodException none) {
                return Optional.empty();
            }
        }

        void shareIfNone(Object object) {
            try {
                if (get.invoke(object) instanceof Map<?, ?> fields && fields.isEmpty()) {
                    set.invoke(object, Map.of());
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("public methods of " + object.getClass(), impossible);
            }
        }
    }

    private static final class Lean extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        private final transient UnknownFields fields;

        Lean(JsonDeserializer<?> whole, UnknownFields fields) {
            super(whole);
            this.fields = fields;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> whole) {
            return new Lean(whole, fields);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object object = super.deserialize(parser, context);
            fields.shareIfNone(object);
            return object;
        }
    }
}
