package dev.tidegate.controller.cli;

import dev.tidegate.controller.process.StartException;
import dev.tidegate.controller.source.SourceRefused;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a call in one line on standard error: the flag, its value, and what was expected.
///
/// A mistake in the call ends with 2, a machine that does not let us start with 1.
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(OneLineErrors.class);
    private static final int SUGGESTIONS = 3;

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        return tell(mistake.getCommandLine(), line(mistake), ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        return switch (failure) {
            case ParameterException mistake -> tell(line, line(mistake), ExitCode.USAGE);
            case SourceRefused refused -> tell(line, refused.line(), ExitCode.USAGE);
            case AdminRefused refused -> tell(line, refused.line(), ExitCode.SOFTWARE);
            case StartException refused -> tell(line, String.valueOf(refused.getMessage()), ExitCode.SOFTWARE);
            default -> {
                log.error("internal fault", failure);
                yield tell(line, "internal fault; the lines above have the details", ExitCode.SOFTWARE);
            }
        };
    }

    private static int tell(CommandLine line, String message, int exitCode) {
        line.getErr().println("tidegate: " + message);
        return exitCode;
    }

    private static String line(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        } else if (mistake instanceof MissingParameterException missing) {
            return missing(missing);
        } else if (mistake.getArgSpec() != null && mistake.getCause() instanceof TypeConversionException reason) {
            return name(mistake.getArgSpec()) + " " + mistake.getValue() + ": " + reason.getMessage();
        }
        return String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String first = mistake.getUnmatched().getFirst();
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        String similar = mistake.getSuggestions().stream().limit(SUGGESTIONS).collect(Collectors.joining(", "));
        return first + ": no such " + (first.startsWith("-") ? "flag" : "argument") + " (expected: see '" + command
                + " --help')" + (similar.isEmpty() ? "" : "; did you mean " + similar + "?");
    }

    private static String missing(MissingParameterException mistake) {
        ArgSpec argument = mistake.getMissing().isEmpty()
                ? mistake.getArgSpec()
                : mistake.getMissing().getFirst();
        if (argument == null) {
            return String.valueOf(mistake.getMessage());
        }
        String label = argument.paramLabel();
        return name(argument) + ": no value (expected: "
                + (argument instanceof OptionSpec ? name(argument) + " " + label : label) + ")";
    }

    /// A second name is one that others gave the flag.
    private static String ownName(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElseGet(option::longestName);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? ownName(option) : argument.paramLabel();
    }
}
