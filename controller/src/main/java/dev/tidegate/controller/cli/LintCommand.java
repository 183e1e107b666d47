package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.controller.source.folder.ReadManifests;
import dev.tidegate.controller.view.DiagnosticView;
import dev.tidegate.controller.view.Json;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        ReadManifests manifests = ManifestFolder.readOnce(paths);
        Snapshot snapshot = manifests.snapshot();
        Compilation compilation = OneCompilation.of(snapshot, compiler.options(true));
        List<Diagnostic> diagnostics = compilation.diagnostics();
        long errors = count(diagnostics, Severity.ERROR);
        List<DiagnosticView> findings = diagnostics.stream()
                .map(it -> DiagnosticView.of(it, file(it, manifests)))
                .toList();
        String summary = summary(snapshot, compilation, errors, count(diagnostics, Severity.WARNING));
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> {
                findings.forEach(finding -> out.println(text(finding)));
                out.println(summary);
            }
            case JSON -> out.println(Json.pretty(new Report(findings, summary)));
        }
        return errors > 0 ? 1 : 0;
    }

    /// What is written as JSON.
    record Report(List<DiagnosticView> diagnostics, String summary) {}

    /// What the reader of the files says holds its place already.
    private static Optional<String> file(Diagnostic diagnostic, ReadManifests manifests) {
        return Optional.ofNullable(manifests.places().get(diagnostic.source()));
    }

    private static String text(DiagnosticView it) {
        String where = it.field().isEmpty() ? "" : " " + it.field();
        String file =
                it.file() == null || it.message().contains(" at " + fileName(it.file())) ? "" : " at " + it.file();
        return it.severity() + " " + it.object().kind() + " " + it.object().path() + where + ": " + it.message() + file
                + " (" + it.reason() + ")";
    }

    private static String fileName(String place) {
        return place.replaceFirst(":\\d+:\\d+$", "");
    }

    /// How many Ingresses are routed stands in it, so that an Ingress of another class is not taken for a sound one.
    private static String summary(Snapshot snapshot, Compilation compilation, long errors, long warnings) {
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
                + counted(warnings, "warning") + "; "
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
