/// From a snapshot to a routing table and diagnostics: pure, total, and the same whatever order objects arrive in.
///
/// Reading order: [Compiler] is the table of contents; [IngressClasses] says which Ingresses are ours;
/// [IngressReader] makes a [Declaration] of each, and [Declarations] indexes them by what they claim; then
/// [Certificates], [Hosts] and [Backends] each settle one kind of claim.
///
/// Each pass takes its inputs and its own earlier result and returns the next one, in which everything that did not
/// change is the same instance. Backends hang on Services and slices alone, hosts on Ingresses and certificate
/// names, certificates on Secrets, so an endpoint that comes and goes touches no host.
@NullMarked
package dev.tidegate.controller.compile;

import org.jspecify.annotations.NullMarked;
