/// What is served from at this moment: one volatile reference between those who publish and those who serve.
@NullMarked
package dev.tidegate.gateway.publication;

import org.jspecify.annotations.NullMarked;
