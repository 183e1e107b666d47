package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON (RFC 8259), one value after another, into documents.
final class JsonDocuments {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(BoundedDepth.MAX_DEPTH)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonDocuments() {}

    static List<Document> parse(String text) throws MalformedText {
        List<Document> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                documents.add(new Document(values.nextValue(), path -> ""));
            }
            return documents;
        } catch (JsonProcessingException broken) {
            String place = broken.getLocation() == null
                    ? ""
                    : broken.getLocation().getLineNr() + ":"
                            + broken.getLocation().getColumnNr();
            throw new MalformedText(
                    place, broken.getOriginalMessage().lines().findFirst().orElse("") + " (expected: valid JSON)");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a string", impossible);
        }
    }
}
