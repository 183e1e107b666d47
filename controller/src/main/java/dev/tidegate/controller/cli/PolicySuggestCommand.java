package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.policy.PolicyManifest;
import dev.tidegate.controller.policy.YamlText;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.view.Json;
import dev.tidegate.controller.view.SuggestionsView;
import dev.tidegate.policy.verdict.Suggestion;
import dev.tidegate.policy.verdict.Telling;
import dev.tidegate.policy.verdict.Verdict;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `policy suggest`: the smallest policies that would allow a connection, or that would let the gateway reach a
/// Service's pods, ready for `kubectl apply -f -`.
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Print the smallest NetworkPolicy that would allow a connection, or let the gateway reach a Service's"
                        + " pods; exit code 1 if none can.")
final class PolicySuggestCommand implements Callable<Integer> {

    private static final URI HERE = URI.create("http://127.0.0.1:10254");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PolicyFlags asked = new PolicyFlags();

    @Option(
            names = "--service",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "Let the gateway into this Service's pods, instead of a connection of your own.")
    private Optional<ObjectKey> service = Optional.empty();

    @Option(
            names = "--admin",
            paramLabel = "URL",
            converter = FlagTypes.Url.class,
            description = "The running Tidegate to ask about --service. Default: http://127.0.0.1:10254")
    private Optional<URI> admin = Optional.empty();

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        PrintWriter out = spec.commandLine().getOut();
        int status = service.isPresent() ? ofService(service.get(), out) : ofConnection(out);
        out.flush();
        return status;
    }

    private int ofConnection(PrintWriter out) {
        PolicyFlags.Answer answer = asked.answer();
        Suggestion suggestion = Suggestion.of(answer.policies(), answer.verdict());
        switch (asked.output()) {
            case TEXT -> out.print(text(answer.verdict(), suggestion));
            case JSON -> json(SuggestionsView.of("", List.of(suggestion)), out);
        }
        return suggestion.obstacles().isEmpty() ? 0 : 1;
    }

    private int ofService(ObjectKey key, PrintWriter out) {
        if (asked.namesConnection()) {
            throw new ParameterException(
                    spec.commandLine(), "--service and --from, --to or --port: both given (expected: one of them)");
        }
        SuggestionsView suggestions = asked.folder()
                .map(snapshot -> ofFolder(snapshot, key))
                .orElseGet(() -> new AdminClient(admin.orElse(HERE)).suggestions(key));
        switch (asked.output()) {
            case TEXT -> out.print(text(suggestions));
            case JSON -> json(suggestions, out);
        }
        return suggestions.obstacles().isEmpty() ? 0 : 1;
    }

    private SuggestionsView ofFolder(Snapshot snapshot, ObjectKey key) {
        CompilerOptions options = compiler.options(true);
        Surroundings around = new Surroundings(snapshot, OneCompilation.of(snapshot, options), options);
        if (!around.isBackend(key)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--service " + key.path() + ": no Ingress of the folder leads to it (expected: a Service that one"
                            + " names as a backend)");
        }
        if (options.ownPod().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--own-pod: missing (expected: NS/NAME, the gateway's pod in the folder)");
        }
        return SuggestionsView.of(key.path(), around.suggestions(key));
    }

    private static String text(SuggestionsView it) {
        StringBuilder out = new StringBuilder();
        if (it.items().isEmpty() && it.obstacles().isEmpty()) {
            out.append("# nothing to do: no policy keeps the gateway from the pods of Service ")
                    .append(it.service())
                    .append('\n');
        }
        remarks(it.obstacles(), it.notes(), out);
        return out + documents(it.items());
    }

    private static void remarks(List<String> obstacles, List<String> notes, StringBuilder out) {
        obstacles.forEach(line -> out.append("# not enough: ").append(line).append('\n'));
        notes.forEach(line -> out.append("# note: ").append(line).append('\n'));
    }

    private static String documents(List<Map<String, Object>> items) {
        return items.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
    }

    private void json(SuggestionsView suggestions, PrintWriter out) {
        suggestions.obstacles().forEach(spec.commandLine().getErr()::println);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", suggestions.items());
        out.println(Json.pretty(list));
    }

    /// What is not part of a manifest stands in comments.
    private static String text(Verdict verdict, Suggestion suggestion) {
        StringBuilder out = new StringBuilder();
        if (verdict.getsThrough()) {
            out.append("# nothing to do: ")
                    .append(String.join("; ", Telling.of(verdict)))
                    .append('\n');
        } else {
            out.append("# ").append(verdict.connection().text()).append('\n');
        }
        remarks(suggestion.obstacles(), suggestion.notes(), out);
        return out
                + documents(
                        suggestion.policies().stream().map(PolicyManifest::of).toList());
    }
}
