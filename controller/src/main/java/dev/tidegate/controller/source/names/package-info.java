/// Names that objects bear, resolved beside the source that reads the objects: an ExternalName needs addresses, and a
/// compilation waits for nobody.
///
/// Read [ResolvingSource]; what is asked and believed is decided in `dev.tidegate.dns.resolve`.
@NullMarked
package dev.tidegate.controller.source.names;

import org.jspecify.annotations.NullMarked;
