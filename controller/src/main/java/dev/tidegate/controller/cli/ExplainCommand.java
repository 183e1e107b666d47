package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.explain.Explainer;
import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.explain.Question;
import dev.tidegate.controller.explain.QuestionRefused;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.controller.view.Json;
import dev.tidegate.gateway.publication.Publication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `explain`: what would become of a request, and why, as a running Tidegate serves it or as a folder asks for it.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell which rule takes a request, why, which rivals lost, and what is to blame.")
final class ExplainCommand implements Callable<Integer> {

    private static final URI HERE = URI.create("http://127.0.0.1:10254");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..2", paramLabel = "[METHOD] URL", description = "As GET https://shop.example/cart")
    private List<String> request = List.of();

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header of the request. Host outranks the URL's; Content-Length and Upgrade count too.")
    private List<String> headers = List.of();

    @Option(
            names = "--client",
            paramLabel = "ADDRESS",
            description = "Whose request it is; without it, lists of addresses are told and not asked.")
    private Optional<String> client = Optional.empty();

    @Option(
            names = "--admin",
            paramLabel = "URL",
            converter = FlagTypes.Url.class,
            description = "The admin listener of a running Tidegate to ask. Default: http://127.0.0.1:10254")
    private Optional<URI> admin = Optional.empty();

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description = "Explain from this folder instead of asking a running Tidegate.")
    private Optional<Path> manifests = Optional.empty();

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
        if (manifests.isPresent() && admin.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--manifests and --admin: both given (expected: one of them)");
        }
        Explanation explanation = explanation(request.size() == 2 ? request.getFirst() : "GET", request.getLast());
        switch (output) {
            case TEXT -> new ExplanationText(spec.commandLine().getOut()).print(explanation);
            case JSON -> spec.commandLine().getOut().println(Json.pretty(explanation));
        }
        return 0;
    }

    private Explanation explanation(String method, String url) {
        try {
            Question question = Question.of(method, url, client, headers);
            return manifests
                    .map(folder -> ofFolder(folder, question))
                    .orElseGet(() -> new AdminClient(admin.orElse(HERE)).explain(method, url, client, headers));
        } catch (QuestionRefused refused) {
            throw new ParameterException(spec.commandLine(), refused.line());
        }
    }

    private Explanation ofFolder(Path folder, Question question) {
        if (!Files.isDirectory(folder)) {
            throw SourceRefused.of(folder, "no such folder", "a folder of manifests");
        }
        CompilerOptions options = compiler.options(true);
        Snapshot snapshot = ManifestFolder.read(List.of(folder));
        Compilation compilation = OneCompilation.of(snapshot, options);
        return new Explainer(
                        new Publication(compilation.table(), compilation.certificates()),
                        new Surroundings(snapshot, compilation, options),
                        compilation.diagnostics(),
                        InstantSource.system().instant())
                .explain(question);
    }
}
