package dev.tidegate.controller.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One call of the program within this process: what it wrote, and its exit code.
record Call(int exitCode, String out, String err) {

    static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TidegateCommand.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Call(exitCode, out.toString(), err.toString());
    }
}
