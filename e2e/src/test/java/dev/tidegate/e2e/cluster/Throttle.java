package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TlsTrust;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchema;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.FlowSchemaBuilder;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.PriorityLevelConfiguration;
import io.fabric8.kubernetes.api.model.flowcontrol.v1.PriorityLevelConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Until closed, the API server answers each request of Tidegate's account with 429: there is room for one of them
/// only, and that is taken by one of ours, whose body never comes.
///
/// Source: flowcontrol.apiserver.k8s.io/v1, API Priority and Fairness.
final class Throttle implements AutoCloseable {

    private static final String NAME = "no-room-for-tidegate";
    private static final int TIMEOUT_MS = 10_000;

    private final KubernetesClient admin;
    private final int port;
    private final String token;
    private @Nullable Socket holder;

    private Throttle(KubernetesClient admin, int port, String token) {
        this.admin = admin;
        this.port = port;
        this.token = token;
    }

    /// In force when this returns. `port`: of the API server. `token`: one of Tidegate's account.
    static Throttle begin(KubernetesClient admin, int port, String token) {
        admin.resource(noRoom()).create();
        admin.resource(forTidegate()).create();
        Throttle throttle = new Throttle(admin, port, token);
        Await.until("429", throttle::holds);
        return throttle;
    }

    /// Takes the room, and asks whether there is more.
    private boolean holds() throws IOException {
        if (holder != null) {
            holder.close();
        }
        holder = ask("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "Content-Length: 1000\r\n");
        try (Socket another = ask("GET /api/v1/namespaces/tidegate/configmaps/tidegate", "")) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(another.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine()).contains(" 429 ");
        }
    }

    private Socket ask(String what, String more) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setSoTimeout(TIMEOUT_MS);
        Socket socket = TlsTrust.inAnyone().handshake(plain, "localhost");
        socket.getOutputStream()
                .write((what + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\n" + more + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static PriorityLevelConfiguration noRoom() {
        return new PriorityLevelConfigurationBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withType("Limited")
                .withNewLimited()
                .withNominalConcurrencyShares(0) // which still means one at a time
                .withLendablePercent(0)
                .withBorrowingLimitPercent(0)
                .withNewLimitResponse()
                .withType("Reject")
                .endLimitResponse()
                .endLimited()
                .endSpec()
                .build();
    }

    private static FlowSchema forTidegate() {
        return new FlowSchemaBuilder()
                .withNewMetadata()
                .withName(NAME)
                .endMetadata()
                .withNewSpec()
                .withMatchingPrecedence(2)
                .withNewPriorityLevelConfiguration(NAME)
                .addNewRule()
                .addNewSubject()
                .withKind("ServiceAccount")
                .withNewServiceAccount(TidegateAccount.NAME, TidegateAccount.NAMESPACE)
                .endSubject()
                .addNewResourceRule()
                .withVerbs("*")
                .withApiGroups("*")
                .withResources("*")
                .withNamespaces("*")
                .withClusterScope(true)
                .endResourceRule()
                .endRule()
                .endSpec()
                .build();
    }

    @Override
    public void close() throws IOException {
        if (holder != null) {
            holder.close();
        }
        admin.resource(forTidegate()).delete();
        admin.resource(noRoom()).delete();
    }
}
