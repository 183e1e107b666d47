/// The demo: sample backends for the endpoints that a folder of manifests names, and the curl lines to try.
@NullMarked
package dev.tidegate.controller.demo;

import org.jspecify.annotations.NullMarked;
