package dev.tidegate.e2e.cluster;

import dev.tidegate.tls.TestAuthority;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/// Orders certificates of an [AcmeServer], as cert-manager does (RFC 8555): each challenge is met by whoever is asked
/// to, and the server is told of it only then.
final class AcmeClient {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Account account;

    private AcmeClient(Account account) {
        this.account = account;
    }

    /// With an account that is new there.
    static AcmeClient of(AcmeServer server) throws AcmeException {
        Session session = new Session(server.directory(), new Provider(server.authority()));
        return new AcmeClient(new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(KubeApiServer.ecKeys())
                .create(session));
    }

    /// `certificates`: PEM chain, leaf first. `key`: PKCS#8 PEM.
    record Issued(String certificates, String key, BigInteger serial) {}

    /// What serves the answer to a challenge as long as it is open.
    interface Solver extends AutoCloseable {
        @Override
        void close();
    }

    /// How such an answer comes to be served; ready once this returns.
    interface Solvers {
        Solver solve(String token, String answer);
    }

    Issued order(String host, Solvers solvers) throws AcmeException, InterruptedException, IOException {
        Order order = account.newOrder().domains(host).create();
        for (Authorization authorization : order.getAuthorizations()) {
            prove(authorization, solvers);
        }
        expectValid(order.waitUntilReady(LIMIT) == Status.READY ? Status.VALID : order.getStatus(), order.toString());
        KeyPair keys = KubeApiServer.ecKeys();
        order.execute(keys);
        expectValid(order.waitForCompletion(LIMIT), "order: " + order.getError());
        StringWriter chain = new StringWriter();
        order.getCertificate().writeCertificate(chain);
        return new Issued(
                chain.toString(),
                Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded()),
                order.getCertificate().getCertificate().getSerialNumber());
    }

    private static void prove(Authorization authorization, Solvers solvers) throws AcmeException, InterruptedException {
        Http01Challenge challenge =
                authorization.findChallenge(Http01Challenge.class).orElseThrow();
        try (Solver _ = solvers.solve(challenge.getToken(), challenge.getAuthorization())) {
            challenge.trigger();
            Status status = authorization.waitForCompletion(LIMIT);
            challenge.fetch();
            expectValid(status, "challenge: " + challenge.getError());
        }
    }

    private static void expectValid(Status status, String what) {
        if (status != Status.VALID) {
            throw new AssertionError(status + ", not valid; " + what);
        }
    }

    /// Trusts that server alone.
    private static final class Provider extends GenericAcmeProvider {

        private final TestAuthority authority;

        Provider(TestAuthority authority) {
            this.authority = authority;
        }

        @Override
        public HttpClient createHttpClient(NetworkSettings settings) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, authority.trust().getTrustManagers(), null);
                return HttpClient.newBuilder()
                        .sslContext(context)
                        .connectTimeout(settings.getTimeout())
                        .build();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
