package dev.tidegate.e2e.helm;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Fields that Kubernetes' own types have not: a misspelt or misplaced one is dropped by an API server, or refused.
///
/// Objects of other people's types, as Prometheus Operator's, are not looked into.
final class UnknownFields {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private UnknownFields() {}

    /// Each with the object and the way to it.
    static List<String> of(HasMetadata object) {
        List<String> found = new ArrayList<>();
        if (!(object instanceof GenericKubernetesResource)) {
            search(object, object.getKind() + "/" + object.getMetadata().getName(), found);
        }
        return found;
    }

    private static void search(Object value, String way, List<String> found) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> search(item, way + "[]", found));
        } else if (value.getClass().getName().startsWith(MODEL)
                && !value.getClass().isEnum()) {
            for (Field field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    searchField(value, field, way, found);
                }
            }
        }
    }

    private static void searchField(Object owner, Field field, String way, List<String> found) {
        Object value = read(owner, field);
        if (value == null) {
            return;
        }
        if (field.getName().equals("additionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(name -> found.add(way + "." + name));
        } else {
            search(value, way + "." + field.getName(), found);
        }
    }

    private static Object read(Object owner, Field field) {
        String name = field.getName();
        String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        try {
            return owner.getClass().getMethod(getter).invoke(owner);
        } catch (NoSuchMethodException none) {
            return List.of();
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new LinkageError(owner.getClass() + "." + getter, impossible);
        }
    }
}
