package dev.tidegate.controller.cli;

import dev.tidegate.controller.view.Json;
import dev.tidegate.controller.view.VerdictView;
import dev.tidegate.policy.verdict.Telling;
import dev.tidegate.policy.verdict.Verdict;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `policy verdict`: may this one connect to that one, and which clause says so?
@Command(
        name = "verdict",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell whether network policies allow a connection, and which clause decides; exit code 1 if not.")
final class PolicyVerdictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PolicyFlags asked = new PolicyFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        Verdict verdict = asked.answer().verdict();
        PrintWriter out = spec.commandLine().getOut();
        switch (asked.output()) {
            case TEXT -> Telling.of(verdict).forEach(out::println);
            case JSON -> out.println(Json.pretty(VerdictView.of(verdict)));
        }
        return verdict.getsThrough() ? 0 : 1;
    }
}
