package dev.tidegate.controller.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `policy`: what network policies make of a connection; it names its own verbs.
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Tell what network policies make of a connection.",
        subcommands = {PolicyVerdictCommand.class, PolicySuggestCommand.class})
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "policy: no verb (expected: verdict or suggest)");
    }
}
