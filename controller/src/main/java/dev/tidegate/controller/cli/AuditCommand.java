package dev.tidegate.controller.cli;

import dev.tidegate.controller.annotation.AnnotationVerdict.Outcome;
import dev.tidegate.controller.audit.Adoption;
import dev.tidegate.controller.audit.Audit;
import dev.tidegate.controller.audit.AuditHtml;
import dev.tidegate.controller.audit.AuditText;
import dev.tidegate.controller.audit.AuditView;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.view.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `audit`: what becomes of an ingress-nginx estate, annotation by annotation, before it is moved.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell what becomes of an ingress-nginx estate: which annotations are the same, differ or are"
                + " refused, and which of its surprises are relied on; exit code 1 if any is refused, 2 if it cannot be"
                + " read. The classes of ingress-nginx are looked at beside our own, unless a flag names a class.")
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR",
            description = "Manifests, or folders of them. None: what is in the cluster.")
    private List<Path> paths = List.of();

    @Mixin
    private ClusterFlags cluster = new ClusterFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text, json or html. Default: text")
    private ReportFormat output = ReportFormat.TEXT;

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        if (!paths.isEmpty() && cluster.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kubeconfig and " + paths.getFirst() + ": both given (expected: one of them)");
        }
        CompilerOptions options = compiler.options(!paths.isEmpty());
        Snapshot objects = paths.isEmpty() ? cluster.look(options) : WholeManifests.read(paths);
        Snapshot ours = namesClass() ? objects : Adoption.of(objects, options);
        Audit audit = Audit.of(ours, OneCompilation.of(ours, options), options);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> AuditText.of(audit).forEach(out::println);
            case JSON -> out.println(Json.pretty(AuditView.of(audit)));
            case HTML -> out.print(AuditHtml.of(audit));
        }
        out.flush();
        return audit.count(Outcome.REFUSED) > 0 ? 1 : 0;
    }

    private boolean namesClass() {
        return spec.commandLine().getParseResult().hasMatchedOption("--ingress-class")
                || spec.commandLine().getParseResult().hasMatchedOption("--controller-class");
    }
}
