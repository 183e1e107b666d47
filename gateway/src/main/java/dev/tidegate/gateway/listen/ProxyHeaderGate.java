package dev.tidegate.gateway.listen;

import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.exchange.ClientConnection;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import dev.tidegate.gateway.request.ProxyHeader;
import dev.tidegate.gateway.table.ProxyProtocol;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets nothing of a connection through before its PROXY header: then the rest of the pipeline is built, and what came
/// along with the header goes there. Who sends none, a bad one, or one too slowly is closed without a word, as nginx
/// does; there is no telling whether it would understand HTTP or TLS.
///
/// Source: "The PROXY protocol", §2: LOCAL, UNKNOWN and families other than IP leave the connection's own addresses.
final class ProxyHeaderGate extends ChannelInboundHandlerAdapter {

    private final ProxyProtocol protocol;
    private final ClientConnection client;
    private final Runnable open;
    private @Nullable Future<?> timeout;

    private ProxyHeaderGate(ProxyProtocol protocol, ClientConnection client, Runnable open) {
        this.protocol = protocol;
        this.client = client;
        this.open = open;
    }

    /// `open`: builds the pipeline of a connection without a header, at the end of what is there.
    static void install(ChannelPipeline pipeline, ProxyProtocol protocol, ClientConnection client, Runnable open) {
        pipeline.addLast("proxy", new ProxyHeaderDecoder(client));
        pipeline.addLast("proxied", new ProxyHeaderGate(protocol, client, open));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        timeout = context.executor()
                .schedule(
                        () -> client.refuse(ProxyHeaderFault.TIMEOUT),
                        protocol.headerTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HAProxyMessage header)) {
            ReferenceCountUtil.release(message); // the rest of what was refused
            return;
        }
        try {
            said(header).ifPresent(it -> client.told(it, protocol));
        } finally {
            header.release();
        }
        open.run();
        context.pipeline().remove(this);
    }

    private static Optional<ProxyHeader> said(HAProxyMessage header) {
        HAProxyProxiedProtocol proxied = header.proxiedProtocol();
        boolean named = header.command() == HAProxyCommand.PROXY
                && (proxied == HAProxyProxiedProtocol.TCP4 || proxied == HAProxyProxiedProtocol.TCP6);
        return named
                ? IpAddress.parse(header.sourceAddress())
                        .map(source -> new ProxyHeader(source, header.destinationPort()))
                : Optional.empty();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof HAProxyProtocolException) {
            client.refuse(ProxyHeaderFault.MALFORMED);
        } else {
            context.close(); // the connection broke
        }
    }
}
