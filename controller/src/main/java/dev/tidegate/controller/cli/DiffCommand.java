package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.diff.Difference;
import dev.tidegate.controller.diff.DifferenceText;
import dev.tidegate.controller.diff.DifferenceView;
import dev.tidegate.controller.diff.Standing;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.view.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `diff`: what an apply would move, before it is applied. Exit codes are those of `diff`: 0 nothing, 1 something, 2 it
/// cannot be said.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell what moves from OLD manifests to NEW ones, or what NEW ones would move in a cluster;"
                + " exit code 1 if anything does, 2 if either cannot be read.")
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..2",
            paramLabel = "[OLD] NEW",
            description = "Manifests, or folders of them. NEW alone is applied to what is in the cluster.")
    private List<Path> sides = List.of();

    @Mixin
    private ClusterFlags cluster = new ClusterFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json. Default: text")
    private OutputFormat output = OutputFormat.TEXT;

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        if (sides.size() == 2 && cluster.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kubeconfig and " + sides.getFirst() + ": both given (expected: one of them as the old side)");
        }
        CompilerOptions options = compiler.options(sides.size() == 2);
        Snapshot change = WholeManifests.read(List.of(sides.getLast()));
        Snapshot was = sides.size() == 2 ? WholeManifests.read(List.of(sides.getFirst())) : cluster.look(options);
        Snapshot is = sides.size() == 2 ? change : was.applying(change);
        Difference difference = Difference.between(standing(was, options), standing(is, options));
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> DifferenceText.of(difference).forEach(out::println);
            case JSON -> out.println(Json.pretty(DifferenceView.of(difference)));
        }
        return difference.isEmpty() ? 0 : 1;
    }

    private static Standing standing(Snapshot snapshot, CompilerOptions options) {
        Compilation compilation = OneCompilation.of(snapshot, options);
        return Standing.of(
                compilation,
                new Surroundings(snapshot, compilation, options),
                InstantSource.system().instant());
    }
}
