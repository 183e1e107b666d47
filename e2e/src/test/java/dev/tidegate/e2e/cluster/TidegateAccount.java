package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tidegate's ServiceAccount, with the rights that `charts/tidegate/static/rbac.yaml` documents and no others.
final class TidegateAccount {

    static final String NAMESPACE = "tidegate";
    static final String NAME = "tidegate";

    private static final Path RIGHTS = Path.of("../charts/tidegate/static/rbac.yaml");

    private final KubernetesClient admin;

    private TidegateAccount(KubernetesClient admin) {
        this.admin = admin;
    }

    /// Applies that very file.
    static TidegateAccount create(KubernetesClient admin) {
        apply(
                admin,
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build());
        rights(admin).forEach(object -> apply(admin, object));
        return new TidegateAccount(admin);
    }

    private static void apply(KubernetesClient admin, HasMetadata object) {
        admin.resource(object).forceConflicts().serverSideApply();
    }

    /// All that stands in that file.
    static List<HasMetadata> rights(KubernetesClient admin) {
        try (InputStream file = Files.newInputStream(RIGHTS)) {
            return admin.load(file).items();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Another account, with the rights in its own namespace and no others.
    void another(String name) {
        apply(
                admin,
                new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName(name)
                        .endMetadata()
                        .build());
        apply(
                admin,
                new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(NAMESPACE)
                        .withName(name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                        .addNewSubject(null, "ServiceAccount", name, NAMESPACE)
                        .build());
    }

    Binding bindEverywhere(String clusterRole) {
        ClusterRoleBinding binding = new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(clusterRole)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", clusterRole)
                .addNewSubject(null, "ServiceAccount", NAME, NAMESPACE)
                .build();
        apply(admin, binding);
        awaitInForce(admin, clusterRole, NAME, null);
        return () -> admin.resource(binding).delete();
    }

    /// The server's authorization hears of bindings by a watch of its own, so it may be a moment late. `account`: of
    /// Tidegate's namespace. `namespace`: in which the role was bound to it, in all of them if null.
    static void awaitInForce(KubernetesClient admin, String clusterRole, String account, @Nullable String namespace) {
        PolicyRule rule = admin.rbac()
                .clusterRoles()
                .withName(clusterRole)
                .get()
                .getRules()
                .getFirst();
        SubjectAccessReview question = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser("system:serviceaccount:" + NAMESPACE + ":" + account)
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withGroup(rule.getApiGroups().getFirst())
                .withResource(rule.getResources().getFirst())
                .withVerb(rule.getVerbs().getFirst())
                .endResourceAttributes()
                .endSpec()
                .build();
        Await.until(
                account + " has the role " + clusterRole,
                () -> admin.authorization()
                        .v1()
                        .subjectAccessReview()
                        .create(question)
                        .getStatus()
                        .getAllowed());
    }

    /// A right that is given until it is closed.
    interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    /// Writes a kubeconfig that reaches the cluster as one of these accounts, by a token of its own.
    Path kubeconfig(Path file, String account) {
        return kubeconfig(file, admin.getConfiguration().getMasterUrl(), "token: \"" + token(account) + "\"");
    }

    /// The same through that port of this machine.
    Path kubeconfigThrough(int port, Path file, String account) {
        return kubeconfig(file, "https://localhost:" + port, "token: \"" + token(account) + "\"");
    }

    Path kubeconfigByTokenIn(Path tokenFile, Path file) {
        return kubeconfig(file, admin.getConfiguration().getMasterUrl(), "tokenFile: \"" + tokenFile + "\"");
    }

    private Path kubeconfig(Path file, String server, String user) {
        return Folders.write(file, """
            apiVersion: v1
            kind: Config
            current-context: tests
            contexts: [{name: tests, context: {cluster: tests, user: tidegate}}]
            clusters: [{name: tests, cluster: {server: "%s", %s}}]
            users: [{name: tidegate, user: {%s}}]
            """.formatted(server, authority(admin.getConfiguration()), user));
    }

    String token(String account) {
        return admin.serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(account)
                .tokenRequest()
                .getStatus()
                .getToken();
    }

    /// Valid as long as that Secret is there.
    String tokenBoundTo(Secret secret) {
        return admin.serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(NAME)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withNewBoundObjectRef(
                                "v1",
                                "Secret",
                                secret.getMetadata().getName(),
                                secret.getMetadata().getUid())
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    private static String authority(Config server) {
        return server.getCaCertData() == null
                ? "certificate-authority: \"" + server.getCaCertFile() + "\""
                : "certificate-authority-data: \"" + server.getCaCertData() + "\"";
    }
}
