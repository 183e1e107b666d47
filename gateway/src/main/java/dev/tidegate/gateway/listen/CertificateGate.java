package dev.tidegate.gateway.listen;

import dev.tidegate.gateway.publication.CertificateWaits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Holds a client's hello back until the certificate that it asks for has been read, and gets out of the way.
///
/// Only connections that come while there is one to wait for have it. What is held back is a hello, and the bound is
/// that of a handshake; who has waited for so long is closed, for any certificate but the right one would be a lie.
///
/// Source: RFC 8446 §4.1.2 (the hello), RFC 6066 §3 (the name in it).
final class CertificateGate extends AbstractSniHandler<Void> {

    private final CertificateWaits waits;

    CertificateGate(CertificateWaits waits) {
        super(ListenerOptions.HANDSHAKE.toMillis());
        this.waits = waits;
    }

    @Override
    protected Future<Void> lookup(ChannelHandlerContext context, @Nullable String serverName) {
        CompletableFuture<Void> there = waits.until(serverName);
        if (there.isDone()) {
            return context.executor().newSucceededFuture(null);
        }
        Promise<Void> looked = context.executor().newPromise();
        there.whenComplete((_, _) -> looked.trySuccess(null));
        context.channel().closeFuture().addListener(_ -> there.cancel(false));
        return looked;
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext context, @Nullable String serverName, Future<Void> looked) {
        context.pipeline().remove(this);
    }
}
