package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.tls.SelfSignedCertificate;
import java.time.InstantSource;

/// What the running controller would make of a snapshot, made once. Whoever asks has a cluster in mind, and nothing is
/// known of its network plug-in.
final class OneCompilation {

    private OneCompilation() {}

    static Compilation of(Snapshot snapshot, CompilerOptions options) {
        return of(snapshot, options, Enforcement.UNKNOWN);
    }

    /// On a network of which this is known.
    static Compilation of(Snapshot snapshot, CompilerOptions options, Enforcement enforcement) {
        InstantSource clock = InstantSource.system();
        Compiler compiler = new Compiler(options, clock, SelfSignedCertificate.generate(clock));
        return compiler.compile(snapshot.with(snapshot.policyObjects().on(enforcement)), compiler.empty());
    }
}
