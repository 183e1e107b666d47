package dev.tidegate.controller;

import dev.tidegate.controller.cli.TidegateCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the process begins, and where its exit code comes from.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(TidegateCommand.execute(arguments, out, err));
    }
}
