package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidegate.controller.compile.Compiler;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PublicationLogTest {

    private static final ServerCertificate CERTIFICATE = SelfSignedCertificate.generate(InstantSource.system());
    private static final CertificateIndex ONE = CertificateIndex.of(Map.of("a.example", CERTIFICATE), CERTIFICATE);
    private static final RoutingTable TABLE = compiled(Snapshots.of(
            ourClass(),
            ingress("shop", "a.example", prefix("/", "web"), prefix("/basket", "basket")),
            ingress("blog", "b.example", prefix("/", "blog"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | table 7 serves: 2 hosts, 3 backends, 1 certificates
        5 | table 7 serves: 2 hosts, 3 backends, 1 certificates, and reads those of 5 hosts
        """)
    void a_line_counts_what_is_served_and_what_is_still_read(int awaited, String line) {
        assertThat(PublicationLog.line(publication(7, awaited), 0)).contains(line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing is awaited           | 0 | 0 | true
        the first are awaited        | 0 | 9 | true
        one came, others did not yet | 9 | 8 | false
        all came but one             | 9 | 1 | false
        the last came                | 1 | 0 | true
        all came at once             | 9 | 0 | true
        none came                    | 9 | 9 | true
        another is awaited           | 8 | 9 | true
        """)
    void while_certificates_come_there_is_no_line_until_the_last(String what, int before, int now, boolean told) {
        assertThat(PublicationLog.line(publication(1, now), before).isPresent()).isEqualTo(told);
    }

    @Test
    void a_start_is_told_by_its_first_table_and_the_one_with_all_certificates() {
        Logger logger = (Logger) LoggerFactory.getLogger(PublicationLog.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            PublicationLog log = new PublicationLog();
            log.tell(publication(1, 3));
            log.tell(publication(2, 2));
            log.tell(publication(3, 1));
            log.tell(publication(4, 0));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(Object::toString)
                .containsExactly(
                        "[INFO] table 1 serves: 2 hosts, 3 backends, 1 certificates, and reads those of 3 hosts",
                        "[INFO] table 4 serves: 2 hosts, 3 backends, 1 certificates");
    }

    private static Publication publication(long generation, int awaited) {
        CertificateIndex certificates = ONE;
        for (int i = 1; i <= awaited; i++) {
            certificates = certificates.awaiting(i + ".example", "default/tls-" + i);
        }
        Provenance number = new Provenance(generation, Instant.EPOCH, "");
        return new Publication(
                new RoutingTable(number, TABLE.hosts(), TABLE.backends(), TABLE.forwarding()), certificates);
    }

    private static RoutingTable compiled(Snapshot snapshot) {
        Compiler compiler = new Compiler(CompilerOptions.DEFAULT, InstantSource.system(), CERTIFICATE);
        return compiler.compile(snapshot, compiler.empty()).table();
    }
}
