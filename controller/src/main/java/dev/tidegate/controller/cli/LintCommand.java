package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lint`: everything that is wrong with manifests, one line each, as the controller itself would see them.
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell every problem in manifests; exit code 1 if any is an error.")
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Manifests, or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        Snapshot snapshot = ManifestFolder.read(paths);
        Compilation compilation = OneCompilation.of(snapshot, compiler.options(true));
        PrintWriter out = spec.commandLine().getOut();
        compilation.diagnostics().forEach(diagnostic -> out.println(diagnostic.text()));
        long errors = count(compilation.diagnostics(), Severity.ERROR);
        out.println(summary(snapshot, compilation, errors));
        return errors > 0 ? 1 : 0;
    }

    /// How many Ingresses are routed stands in it, so that an Ingress of another class is not taken for a sound one.
    private static String summary(Snapshot snapshot, Compilation compilation, long errors) {
        long routed = compilation
                .table()
                .hosts()
                .all()
                .map(VirtualHost::routes)
                .flatMap(List::stream)
                .map(Route::source)
                .filter(source -> source.kind().equals("Ingress"))
                .map(ResourceRef::path)
                .distinct()
                .count();
        return counted(errors, "error") + ", "
                + counted(count(compilation.diagnostics(), Severity.WARNING), "warning") + "; "
                + routed + " of " + counted(snapshot.ingresses().size(), "Ingress") + " routed, "
                + counted(compilation.table().hosts().size(), "host");
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private static String counted(long count, String thing) {
        String plural = thing.endsWith("s") ? thing + "es" : thing + "s";
        return count + " " + (count == 1 ? thing : plural);
    }
}
