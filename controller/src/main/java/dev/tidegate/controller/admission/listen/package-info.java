/// The admission webhook's own HTTPS listener.
///
/// Reading order: [dev.tidegate.controller.admission.listen.ListenLimits],
/// [dev.tidegate.controller.admission.listen.AdmissionListener].
@NullMarked
package dev.tidegate.controller.admission.listen;

import org.jspecify.annotations.NullMarked;
