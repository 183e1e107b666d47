package dev.tidegate.controller;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The lesser borders, those within Maven modules. (The larger ones are the modules.) Each rule was seen to fail
/// once.
@AnalyzeClasses(packages = "dev.tidegate", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String CONTROLLER = "dev.tidegate.controller.";
    private static final String GATEWAY = "dev.tidegate.gateway.";
    private static final String POLICY = "dev.tidegate.policy.";

    @ArchTest
    static final ArchRule THE_TABLE_IS_PLAIN = classes()
            .that()
            .resideInAPackage(GATEWAY + "table..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "dev.tidegate.address..",
                    "dev.tidegate.persistent..",
                    "com.google.re2j..",
                    GATEWAY + "table..")
            .because("a table can be compared, printed and written to bytes by those who never met its author; the"
                    + " expressions that tenants write are texts, and what RE2/J makes of them can be made again");

    @ArchTest
    static final ArchRule DECISIONS_ARE_PURE = classes()
            .that()
            .resideInAPackage(GATEWAY + "decide..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "dev.tidegate.address..",
                    GATEWAY + "table..",
                    GATEWAY + "decide..")
            .because("explain and tests ask the same question without a socket");

    @ArchTest
    static final ArchRule POLICIES_ARE_PLAIN = classes()
            .that()
            .resideInAPackage(POLICY + ".")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.tidegate.address..", POLICY + ".")
            .because("what a policy means hangs on no client library, and on nobody's network");

    @ArchTest
    static final ArchRule THE_GATEWAY_KNOWS_NO_KUBERNETES = noClasses()
            .that()
            .resideInAnyPackage("dev.tidegate.gateway..", "dev.tidegate.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "dev.tidegate.controller..")
            .because("it must be able to run as a process of its own, without an API token");

    @ArchTest
    static final ArchRule KUBERNETES_TYPES_END_AT_THE_COMPILER = noClasses()
            .that()
            .resideOutsideOfPackages(
                    CONTROLLER + "source..",
                    CONTROLLER + "snapshot..",
                    CONTROLLER + "compile..",
                    CONTROLLER + "annotation..",
                    CONTROLLER + "policy..",
                    CONTROLLER + "crd..",
                    CONTROLLER + "lastgood..",
                    CONTROLLER + "leader..",
                    CONTROLLER + "status..",
                    CONTROLLER + "event..",
                    CONTROLLER + "externaldns..",
                    CONTROLLER + "duty..",
                    CONTROLLER + "respond..",
                    CONTROLLER + "doctor..",
                    CONTROLLER + "audit..",
                    CONTROLLER + "admission",
                    CONTROLLER + "admission.certificate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..")
            .because("what comes out of the compiler speaks the table's words only; who writes to the cluster again"
                    + " lives in rooms of its own");

    @ArchTest
    static final ArchRule ONE_ROOM_KNOWS_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage(CONTROLLER + "lastgood..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..")
            .because("how a file holds the last good objects is that file's own business");

    @ArchTest
    static final ArchRule VERTX_STAYS_AT_THE_RIM = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.tidegate.gateway..",
                    CONTROLLER + "admin..",
                    CONTROLLER + "admission.listen..",
                    CONTROLLER + "demo..",
                    CONTROLLER + "process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..")
            .because("everything that decides is a pure function, and nothing pure waits on an event loop");

    @ArchTest
    static final ArchRule TLS_HAS_ITS_ROOMS = noClasses()
            .that()
            .resideOutsideOfPackages("dev.tidegate.tls..", GATEWAY + "listen..", GATEWAY + "upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.net.ssl..")
            .because("keys and handshakes are handled where they are understood");

    @ArchTest
    static final ArchRule DNS_MESSAGES_STAY_IN_THEIR_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidegate.dns..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.xbill..")
            .because("what is known of a name is a plain value, whoever asked for it");

    @ArchTest
    static final ArchRule WHAT_TO_PUBLISH_IS_DECIDED_WITHOUT_A_SERVER = noClasses()
            .that()
            .resideInAnyPackage("dev.tidegate.dns.record..", "dev.tidegate.dns.ownership..", "dev.tidegate.dns.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.xbill..",
                    "org.slf4j..",
                    "java.nio.file..",
                    "java.util.concurrent..",
                    "dev.tidegate.dns.publish..",
                    "dev.tidegate.dns.rfc2136..",
                    "dev.tidegate.dns.resolve..")
            .because("what would be withdrawn must be known, and tested, before anybody is asked to withdraw it");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_SYSTEM_FOR_NAMES = noClasses()
            .should()
            .callMethod(java.net.InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(java.net.InetAddress.class, "getAllByName", String.class)
            .because("it waits for DNS, believes what it hears for as long as it likes, and takes 1 for 0.0.0.1");

    @ArchTest
    static final ArchRule PURE_ROOMS_DO_NO_INPUT_OR_OUTPUT = noClasses()
            .that(resideInAnyPackage(
                    GATEWAY + "table..",
                    GATEWAY + "balance..",
                    POLICY + ".",
                    CONTROLLER + "compile..",
                    CONTROLLER + "explain..",
                    CONTROLLER + "view..",
                    CONTROLLER + "policy..",
                    CONTROLLER + "cni..",
                    CONTROLLER + "doctor..",
                    CONTROLLER + "audit..",
                    CONTROLLER + "diff..",
                    CONTROLLER + "diagnostic.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "org.slf4j..")
            .because("only the rim reads, waits and logs");

    @ArchTest
    static final ArchRule THE_ADMISSION_DECISION_IS_PURE = noClasses()
            .that()
            .resideInAPackage(CONTROLLER + "admission")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..",
                    "java.util.concurrent..",
                    "org.slf4j..",
                    "io.fabric8.kubernetes.client",
                    CONTROLLER + "admission.*..",
                    CONTROLLER + "source.cluster..",
                    CONTROLLER + "publish..")
            .because("what is let in hangs on the review and on what was compiled, and on nothing that one could wait"
                    + " for");

    @ArchTest
    static final ArchRule ADMISSION_WRITES_NOTHING_TO_SERVE = noClasses()
            .that()
            .resideInAPackage(CONTROLLER + "admission..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GATEWAY + "publication..", GATEWAY + "upstream..", CONTROLLER + "publish..")
            .because("whoever may ask the webhook changes nothing that is served, and has nothing dialed");

    @ArchTest
    static final ArchRule NO_WALL_CLOCK = noClasses()
            .that(resideOutsideOfPackages(GATEWAY + "exchange..", GATEWAY + "observe.."))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .because("a clock is handed in as an InstantSource, so that tests need not wait for one");

    @ArchTest
    static final ArchRule NO_DEFAULT_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("in a Turkish locale a host named INFO would not be found");

    @ArchTest
    static final ArchRule ONE_LOGGER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("slf4j is where the log is read");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("dev.tidegate.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a circle of packages can only be understood as a whole");

    @ArchTest
    static final ArchRule NOBODY_LEANS_ON_A_ROOF = noClasses()
            .that()
            .resideInAPackage(CONTROLLER + "*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tidegate.controller")
            .because("what puts the rooms together is known to none of them");

    @ArchTest
    static final ArchRule NO_ROOM_OF_THE_GATEWAY_LEANS_ON_ITS_ROOF = noClasses()
            .that()
            .resideInAPackage(GATEWAY + "*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tidegate.gateway")
            .because("what puts the rooms together is known to none of them");

    @Test
    void the_rules_see_every_room() {
        JavaClasses seen = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.tidegate");
        for (Class<?> one : new Class<?>[] {
            dev.tidegate.address.Cidr.class,
            dev.tidegate.gateway.table.RoutingTable.class,
            dev.tidegate.gateway.Gateway.class,
            dev.tidegate.policy.verdict.Policies.class,
            dev.tidegate.tls.CertificateIndex.class,
            dev.tidegate.controller.compile.Compiler.class,
            dev.tidegate.controller.source.Source.class,
            dev.tidegate.controller.cli.TidegateCommand.class
        }) {
            assertThat(seen.contain(one))
                    .as(one.getName().toLowerCase(Locale.ROOT))
                    .isTrue();
            assertThat(seen.get(one).getMethods()).as(one.getName()).isNotEmpty();
        }
    }
}
