package dev.tidegate.controller.cli;

import dev.tidegate.controller.policy.PolicyManifest;
import dev.tidegate.controller.policy.YamlText;
import dev.tidegate.controller.view.Json;
import dev.tidegate.policy.verdict.Suggestion;
import dev.tidegate.policy.verdict.Telling;
import dev.tidegate.policy.verdict.Verdict;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `policy suggest`: the smallest policies that would allow a connection, ready for `kubectl apply -f -`.
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Print the smallest NetworkPolicy that would allow a connection; exit code 1 if none can.")
final class PolicySuggestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PolicyFlags asked = new PolicyFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        PolicyFlags.Answer answer = asked.answer();
        Suggestion suggestion = Suggestion.of(answer.policies(), answer.verdict());
        PrintWriter out = spec.commandLine().getOut();
        switch (asked.output()) {
            case TEXT -> out.print(text(answer.verdict(), suggestion));
            case JSON -> {
                suggestion.obstacles().forEach(spec.commandLine().getErr()::println);
                out.println(Json.pretty(list(suggestion)));
            }
        }
        out.flush();
        return suggestion.obstacles().isEmpty() ? 0 : 1;
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
        suggestion
                .obstacles()
                .forEach(it -> out.append("# not enough: ").append(it).append('\n'));
        suggestion.notes().forEach(it -> out.append("# note: ").append(it).append('\n'));
        return out
                + suggestion.policies().stream()
                        .map(policy -> YamlText.of(PolicyManifest.of(policy)))
                        .collect(Collectors.joining("---\n"));
    }

    private static Map<String, Object> list(Suggestion suggestion) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", suggestion.policies().stream().map(PolicyManifest::of).collect(Collectors.toList()));
        return list;
    }
}
