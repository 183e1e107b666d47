package dev.tidegate.controller.cli;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.build.BuildInfo;
import dev.tidegate.controller.logging.LogFormat;
import dev.tidegate.controller.logging.LogLevel;
import dev.tidegate.controller.process.AccessLogFormat;
import dev.tidegate.controller.process.TlsEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program: it does nothing by itself, and names its verbs.
@Command(
        name = "tidegate",
        mixinStandardHelpOptions = true,
        versionProvider = TidegateCommand.Version.class,
        description = "A Kubernetes Ingress controller: manifests in, HTTP and HTTPS out, never a reload.",
        footer = "%nTry: tidegate demo")
public final class TidegateCommand implements Runnable {

    private static final List<Class<?>> VERBS = List.of(
            DemoCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            LintCommand.class,
            DiffCommand.class,
            AuditCommand.class,
            PolicyCommand.class,
            DoctorCommand.class,
            TrainCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Shape: what was called, and where to write → an exit code: 0 done, 1 a finding or no start, 2 a mistake in
    /// the call.
    ///
    /// A verb's flags are read from its annotations, which takes a good part of a start: only the one that is
    /// called is read.
    public static int execute(String[] call, PrintWriter out, PrintWriter err) {
        String first = call.length > 0 ? call[0] : "";
        List<Class<?>> called =
                VERBS.stream().filter(it -> verb(it).equals(first)).toList();
        return line(called.isEmpty() ? VERBS : called, out, err).execute(call);
    }

    /// The command line with all verbs, ready to execute.
    public static CommandLine line(PrintWriter out, PrintWriter err) {
        return line(VERBS, out, err);
    }

    private static String verb(Class<?> command) {
        return requireNonNull(command.getAnnotation(Command.class)).name();
    }

    private static CommandLine line(List<Class<?>> verbs, PrintWriter out, PrintWriter err) {
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF); // a flag given twice is no news: the last one counts
        CommandLine line = new CommandLine(new TidegateCommand());
        verbs.forEach(line::addSubcommand);
        line.addSubcommand(new HelpCommand());
        Optional.ofNullable(line.getSubcommands().get("run")).ifPresent(run -> OtherFlags.addTo(run.getCommandSpec()));
        return line.registerConverter(AccessLogFormat.class, it -> FlagTypes.constant(AccessLogFormat.class, it))
                .registerConverter(LogFormat.class, it -> FlagTypes.constant(LogFormat.class, it))
                .registerConverter(LogLevel.class, it -> FlagTypes.constant(LogLevel.class, it))
                .registerConverter(OutputFormat.class, it -> FlagTypes.constant(OutputFormat.class, it))
                .registerConverter(ReportFormat.class, it -> FlagTypes.constant(ReportFormat.class, it))
                .registerConverter(TlsEngine.class, it -> FlagTypes.constant(TlsEngine.class, it))
                .registerConverter(boolean.class, FlagTypes::truth)
                .setOut(out)
                .setErr(err)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new OneLineErrors())
                .setExecutionExceptionHandler(new OneLineErrors());
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no verb (expected: demo, run, explain, lint, diff, audit, policy, doctor, help or --version)");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {BuildInfo.CURRENT.text()};
        }
    }
}
