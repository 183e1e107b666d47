package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Turns one composed YAML document into a tree of JSON, as Kubernetes does: keys are strings and stand once.
final class YamlTree {

    private static final int MAX_VALUES = 1_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private int values;

    JsonNode of(Node root) {
        return of(root, 0);
    }

    private JsonNode of(Node node, int depth) {
        if (++values > MAX_VALUES) {
            throw refused(node, "aliases expand the document to more than " + MAX_VALUES + " values");
        }
        if (depth > BoundedDepth.MAX_DEPTH) {
            throw refused(node, "aliases nest deeper than " + BoundedDepth.MAX_DEPTH + " levels");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list -> list(list, depth);
            case MappingNode mapping -> mapping(mapping, depth);
            default -> throw refused(node, "a value of an unknown sort");
        };
    }

    private ArrayNode list(SequenceNode list, int depth) {
        ArrayNode out = JSON.arrayNode(list.getValue().size());
        list.getValue().forEach(item -> out.add(of(item, depth + 1)));
        return out;
    }

    private ObjectNode mapping(MappingNode mapping, int depth) {
        ObjectNode out = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused(tuple.getKeyNode(), "a key that is a list or a mapping");
            }
            if (out.replace(key.getValue(), of(tuple.getValueNode(), depth + 1)) != null) {
                throw refused(key, "key \"" + key.getValue() + "\" stands twice");
            }
        }
        return out;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(text.toLowerCase(Locale.ROOT).equals("true"));
        } else if (tag.equals(Tag.INT) && text.length() <= LONGEST_NUMBER) {
            return integer(text);
        } else if (tag.equals(Tag.FLOAT) && text.length() <= LONGEST_NUMBER) {
            return decimal(text);
        }
        return JSON.textNode(text);
    }

    private static JsonNode integer(String text) {
        BigInteger value = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    /// Infinity and "not a number" have no JSON; they stay the words they are.
    private static JsonNode decimal(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException infinite) {
            return JSON.textNode(text);
        }
    }

    private static ParserException refused(Node node, String problem) {
        return new ParserException(problem, node.getStartMark());
    }
}
