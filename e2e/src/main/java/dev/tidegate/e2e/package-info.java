/// End to end: the one jar as a process, real sockets, real clients and backends; all of it in the tests.
///
/// Reading order: `ManifestFolderIT` for how a test looks, `ChangesUnderLoadIT` for the main promise, then
/// `ShutdownIT`, `LargeBodyIT` and `GrpcIT`. What they stand on: `TidegateProcess`, `ManifestDir` and `Manifests`,
/// `TestBackend`, and `HttpConnection`, a client that forgives nothing. Benchmarks have a folder of their own,
/// `bench`.
@NullMarked
package dev.tidegate.e2e;

import org.jspecify.annotations.NullMarked;
