/// What becomes of an ingress-nginx estate: a verdict for each annotation of each Ingress, and which of ingress-nginx's
/// surprising behaviours the estate relies on. Pure.
///
/// Reading order: [Adoption] makes the Ingresses of ingress-nginx ours for the time of a look; [EstateReader] makes an
/// [Estate] of them; [Audit] judges it; [Surprises] is the list of what is looked for; [AuditText], [AuditView] and
/// [AuditHtml] tell it.
@NullMarked
package dev.tidegate.controller.audit;

import org.jspecify.annotations.NullMarked;
