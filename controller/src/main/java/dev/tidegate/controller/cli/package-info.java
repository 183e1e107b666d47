/// The command line: verbs, flags under the names that ingress-nginx gives them, and one clear line for each mistake.
///
/// Reading order: [TidegateCommand], then a verb ([RunCommand], [DemoCommand], [LintCommand], [ExplainCommand],
/// [PolicyCommand]), then the flags they share. `docs/flags.md` is held to what stands here by a test.
@NullMarked
package dev.tidegate.controller.cli;

import org.jspecify.annotations.NullMarked;
