package dev.tidegate.controller.annotation;

import java.util.List;
import java.util.Set;

/// Annotations that belong together: what they are called and what they ask for.
///
/// Pure. Adding one: a class here, a line in [AnnotationFamilies], `honoured` in `annotations.names`, and a story.
interface AnnotationFamily {

    /// Without prefix.
    Set<String> names();

    /// Do they decide who may come in? Such a value is never replaced by that of an earlier version of the Ingress.
    default boolean decidesAccess() {
        return false;
    }

    /// Which of them say something on a canary. All others do not: those of its primary count.
    default Set<String> namesOnCanary() {
        return Set.of();
    }

    /// Shape: an Ingress's annotations and the global defaults → effects. Whatever cannot be read is noted in the
    /// reader, and the default takes its place.
    List<Effect> read(ValueReader annotations, Settings settings);
}
