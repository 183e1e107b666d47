/// What people write as text, annotations and the keys of the global ConfigMap, and what it asks for.
///
/// Reading order: [AnnotationFamilies] is the list of families, [AnnotationFamily] what each of them does, [Effect]
/// what may come of it; [Settings] holds the defaults of the whole controller; [ValueType] the small languages of
/// values. `annotations.names` and `settings.names` list every name that ingress-nginx knows, so that none is ignored
/// in silence.
@NullMarked
package dev.tidegate.controller.annotation;

import org.jspecify.annotations.NullMarked;
