package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML 1.2 (core schema, with the merge key `<<` that Kubernetes' own reader knows) into documents.
///
/// Anchors are expanded, within bounds: aliases per document, depth, and values after expansion. So a text of a few
/// lines cannot become gigabytes ("billion laughs").
final class YamlDocuments {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(ManifestReader.MAX_BYTES)
            .setMaxAliasesForCollections(100)
            .build();

    private YamlDocuments() {}

    static List<Document> parse(String text) throws MalformedText {
        try {
            List<Document> documents = new ArrayList<>();
            Composer composer = new Composer(
                    SETTINGS, new BoundedDepth(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text))));
            while (composer.hasNext()) {
                Node root = composer.next();
                JsonNode tree = new YamlTree().of(root);
                documents.add(new Document(tree, path -> place(find(root, path))));
            }
            return documents;
        } catch (MarkedYamlEngineException broken) {
            throw new MalformedText(
                    broken.getProblemMark().map(YamlDocuments::place).orElse(""),
                    oneLine(broken.getProblem()) + context(broken) + " (expected: valid YAML)");
        } catch (ReaderException broken) {
            throw new MalformedText(
                    "", "character U+%04X is not allowed (expected: valid YAML)".formatted(broken.getCodePoint()));
        } catch (YamlEngineException broken) {
            throw new MalformedText("", oneLine(String.valueOf(broken.getMessage())) + " (expected: valid YAML)");
        }
    }

    private static String context(MarkedYamlEngineException broken) {
        String context = broken.getContext();
        return context == null ? "" : " " + oneLine(context);
    }

    /// The node that a path leads to, or the last one on the way that exists.
    private static Node find(Node root, FieldPath path) {
        Node at = root;
        for (Object step : path.steps()) {
            Optional<Node> next = next(at, step);
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    private static Optional<Node> next(Node at, Object step) {
        return switch (step) {
            case String name when at instanceof MappingNode mapping -> value(mapping, name);
            case Integer index when at instanceof SequenceNode list -> item(list, index);
            default -> Optional.empty();
        };
    }

    private static Optional<Node> value(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<Node> item(SequenceNode list, int index) {
        return list.getValue().stream().skip(index).findFirst();
    }

    static String place(Node node) {
        return node.getStartMark().map(YamlDocuments::place).orElse("");
    }

    private static String place(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
