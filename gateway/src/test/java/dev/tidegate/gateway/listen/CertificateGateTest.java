package dev.tidegate.gateway.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.Hellos;
import dev.tidegate.gateway.TestGateway;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.CertificateIndex;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The gate alone, in time that the tests make.
class CertificateGateTest {

    private static final CertificateIndex KNOWN = CertificateIndex.of(Map.of(), TestGateway.DEFAULT_CERTIFICATE);

    private final ActiveTable active =
            new ActiveTable(new Publication(RoutingTable.EMPTY, KNOWN.awaiting("shop.example", "default/shop-tls")));
    private final EmbeddedChannel channel = new EmbeddedChannel(new CertificateGate(active.waits()));

    @Test
    void a_hello_goes_through_as_it_came() throws Exception {
        byte[] hello = Hellos.naming("shop.example");
        channel.writeInbound(Unpooled.copiedBuffer(hello));
        assertThat(channel.inboundMessages()).isEmpty();

        active.swap(new Publication(RoutingTable.EMPTY, KNOWN));
        channel.runPendingTasks();

        ByteBuf through = channel.readInbound();
        assertThat(through).isEqualTo(Unpooled.copiedBuffer(hello));
        assertThat(channel.pipeline().get(CertificateGate.class)).isNull();
        through.release();
        channel.finish();
    }

    @Test
    void a_hello_that_comes_in_pieces_is_put_together_first() throws Exception {
        byte[] hello = Hellos.naming("blog.example");
        channel.writeInbound(Unpooled.copiedBuffer(hello, 0, 10));
        assertThat(channel.inboundMessages()).isEmpty();

        channel.writeInbound(Unpooled.copiedBuffer(hello, 10, hello.length - 10));

        ByteBuf through = channel.readInbound();
        assertThat(through).isEqualTo(Unpooled.copiedBuffer(hello));
        through.release();
        channel.finish();
    }

    @Test
    void who_waits_in_vain_is_closed_when_the_time_of_a_handshake_is_over() throws Exception {
        channel.writeInbound(Unpooled.copiedBuffer(Hellos.naming("shop.example")));

        channel.advanceTimeBy(9, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();

        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(active.waits().count()).isZero();
    }
}
