package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.explain.Explainer;
import dev.tidegate.controller.explain.Question;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.gateway.publication.Publication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `explain`: what would become of a request, and why.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Tell which rule takes a request, why, and which rivals lost.")
final class ExplainCommand implements Callable<Integer> {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{2,20}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..2", paramLabel = "[METHOD] URL", description = "As GET https://shop.example/cart")
    private List<String> request = List.of();

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header of the request. Host outranks the URL's; no other has a say in routing.")
    private List<String> headers = List.of();

    @Option(names = "--manifests", required = true, paramLabel = "DIR", description = "The folder to explain from.")
    private Path manifests = Path.of("");

    @Mixin
    private CompilerFlags compiler = new CompilerFlags();

    @Mixin
    private LogFlags logs = new LogFlags();

    @Override
    public Integer call() {
        logs.apply();
        Question question = question();
        if (!Files.isDirectory(manifests)) {
            throw SourceRefused.of(manifests, "no such folder", "a folder of manifests");
        }
        Compilation compilation = OneCompilation.of(ManifestFolder.read(List.of(manifests)), compiler.options(true));
        Explainer explainer = new Explainer(new Publication(compilation.table(), compilation.certificates()));
        new ExplanationText(spec.commandLine().getOut()).print(explainer.explain(question));
        return 0;
    }

    private Question question() {
        String method = request.size() == 2 ? request.getFirst() : "GET";
        if (!METHOD.matcher(method).matches()) {
            throw refused("METHOD " + method + ": not understood (expected: as GET)");
        }
        URI url = url(request.getLast());
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new Question(method, "https".equalsIgnoreCase(url.getScheme()), authority(url), path);
    }

    private URI url(String text) {
        try {
            return new FlagTypes.Url().convert(text);
        } catch (TypeConversionException notUnderstood) {
            throw refused("URL " + text + ": " + notUnderstood.getMessage());
        }
    }

    private String authority(URI url) {
        String authority = url.getRawAuthority();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw refused("--header " + header + ": not understood (expected: 'NAME: VALUE')");
            }
            if (header.substring(0, colon).strip().equalsIgnoreCase("host")) {
                authority = header.substring(colon + 1).strip();
            }
        }
        return authority;
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
