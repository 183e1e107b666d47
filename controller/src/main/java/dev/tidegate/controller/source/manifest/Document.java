package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/// One document of a manifest: its tree, and the place in the text, as `14:23`, of whatever a path leads to; empty
/// where it is not known.
record Document(JsonNode tree, Function<FieldPath, String> place) {}
