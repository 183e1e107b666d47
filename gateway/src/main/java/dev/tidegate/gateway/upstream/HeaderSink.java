package dev.tidegate.gateway.upstream;

/// Takes header fields one by one, in whatever form the connection's protocol wants them.
public interface HeaderSink {
    void add(CharSequence name, CharSequence value);
}
