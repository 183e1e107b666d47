package dev.tidegate.controller.source.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.cni.Evidence;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.cluster.ClusterConnection;
import dev.tidegate.controller.source.folder.ReadManifests;
import dev.tidegate.controller.source.look.ApiQuestions.Answer;
import dev.tidegate.controller.source.look.ApiQuestions.Items;
import dev.tidegate.controller.source.manifest.ReadKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// A look at a cluster: everything is listed once, within bounds, and no Secret at all.
///
/// Fails: [dev.tidegate.controller.source.SourceRefused] if there is no such cluster, or it does not answer.
public final class ClusterSight {

    /// Of each kind; a look is for people, who wait for it.
    private static final int AT_MOST = 5_000;
    private static final int NODES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Kind(ReadKind kind, String plural) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(ReadKind.INGRESS, "ingresses"),
            new Kind(ReadKind.INGRESS_CLASS, "ingressclasses"),
            new Kind(ReadKind.SERVICE, "services"),
            new Kind(ReadKind.ENDPOINT_SLICE, "endpointslices"),
            new Kind(ReadKind.NAMESPACE, "namespaces"),
            new Kind(ReadKind.POD, "pods"),
            new Kind(ReadKind.NODE, "nodes"),
            new Kind(ReadKind.NETWORK_POLICY, "networkpolicies"),
            new Kind(ReadKind.ADMIN_NETWORK_POLICY, "adminnetworkpolicies"),
            new Kind(ReadKind.BASELINE_ADMIN_NETWORK_POLICY, "baselineadminnetworkpolicies"),
            new Kind(ReadKind.CLUSTER_NETWORK_POLICY, "clusternetworkpolicies"));

    private final ApiQuestions api;
    private final Set<String> namespaces;
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private final Map<String, String> unread = new HashMap<>();
    private final Set<String> cut = new HashSet<>();

    private ClusterSight(ApiQuestions api, Set<String> namespaces) {
        this.api = api;
        this.namespaces = namespaces;
    }

    /// What to look at besides: `namespaces`, these only, or all if empty; single ConfigMaps; our Lease; and which
    /// rights to ask about.
    public record Wish(
            Set<String> namespaces,
            Optional<ObjectKey> configMap,
            Optional<ObjectKey> lease,
            Collection<Right> rights) {
        public Wish {
            namespaces = Set.copyOf(namespaces);
            rights = List.copyOf(rights);
        }
    }

    /// By the kubeconfig, or from inside a pod if there is none.
    public static Sight of(Optional<Path> kubeconfig, Wish wish) {
        try (KubernetesClient client = kubeconfig.isPresent()
                ? ClusterConnection.byKubeconfig(kubeconfig.get())
                : ClusterConnection.inCluster()) {
            return of(client, wish);
        }
    }

    static Sight of(KubernetesClient client, Wish wish) {
        return new ClusterSight(new ApiQuestions(client), wish.namespaces()).look(wish);
    }

    private Sight look(Wish wish) {
        Optional<Sight.Server> server = Optional.of(server());
        Evidence evidence = ClusterEvidence.read(api, NODES);
        KINDS.stream().filter(it -> served(it, evidence)).forEach(this::list);
        wish.configMap().ifPresent(this::configMap);
        List<Workload> workloads = workloads();
        Map<Right, Boolean> rights = new HashMap<>();
        wish.rights().forEach(right -> allowed(right).ifPresent(it -> rights.put(right, it)));
        return new Sight(
                ReadManifests.of(texts).snapshot(),
                evidence,
                workloads,
                server,
                wish.lease().flatMap(this::holder),
                rights,
                unread,
                cut);
    }

    /// Kinds of the cluster's policies are custom ones, so they are asked for where they are installed.
    private static boolean served(Kind kind, Evidence evidence) {
        return !kind.kind().apiVersion().startsWith("policy.networking.k8s.io/")
                || evidence.policyKinds().contains(kind.plural());
    }

    private Sight.Server server() {
        String version =
                switch (api.get("/version")) {
                    case Answer.Read read -> read.json().path("gitVersion").asText("");
                    case Answer.Refused _, Answer.Absent _ -> "";
                };
        Set<String> served = new HashSet<>();
        for (String group : List.of("networking.k8s.io/v1", "discovery.k8s.io/v1")) {
            if (api.get("/apis/" + group) instanceof Answer.Read read) {
                StreamSupport.stream(read.json().path("resources").spliterator(), false)
                        .map(it -> it.path("name").asText())
                        .forEach(it -> served.add(it + " " + group));
            }
        }
        return new Sight.Server(version, served);
    }

    private void list(Kind kind) {
        ReadKind read = kind.kind();
        String base = (read.apiVersion().contains("/") ? "/apis/" : "/api/") + read.apiVersion();
        if (namespaces.isEmpty() || !read.namespaced() || read == ReadKind.POD) {
            list(base + "/" + kind.plural(), kind, "all");
        } else {
            namespaces.forEach(it -> list(base + "/namespaces/" + it + "/" + kind.plural(), kind, it));
        }
    }

    private void list(String path, Kind kind, String where) {
        Items items = api.list(
                path, kind.kind().apiVersion(), kind.kind().kind(), kind.kind() == ReadKind.NODE ? NODES : AT_MOST);
        note(kind.plural(), items);
        keep(kind.plural() + "-" + where, items.items());
    }

    private void note(String resource, Items items) {
        if (!items.refused().isEmpty()) {
            unread.put(resource, items.refused());
        }
        if (!items.whole()) {
            cut.add(resource);
        }
    }

    /// As files that the reader of manifests takes: not more than it does at once.
    private void keep(String name, List<JsonNode> items) {
        int part = 0;
        for (int from = 0; from < items.size(); from += 100) {
            ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
            items.subList(from, Math.min(items.size(), from + 100)).forEach(list.putArray("items")::add);
            texts.put(name + "-" + part++ + ".json", list.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void configMap(ObjectKey key) {
        switch (api.get("/api/v1/namespaces/" + key.namespace() + "/configmaps/" + key.name())) {
            case Answer.Read read -> keep("configmap", List.of(read.json()));
            case Answer.Refused refused -> unread.put("configmaps " + key.path(), refused.why());
            case Answer.Absent _ -> {
                // Then there are no global settings.
            }
        }
    }

    private List<Workload> workloads() {
        List<Workload> found = new ArrayList<>();
        for (String kind : List.of("Deployment", "DaemonSet")) {
            String plural = kind.equals("Deployment") ? "deployments" : "daemonsets";
            Items items = api.list("/apis/apps/v1/" + plural, "apps/v1", kind, AT_MOST);
            note(plural, items);
            items.items().forEach(it -> FolderSight.workload(it).ifPresent(found::add));
        }
        return found;
    }

    private Optional<String> holder(ObjectKey lease) {
        return api.get("/apis/coordination.k8s.io/v1/namespaces/" + lease.namespace() + "/leases/" + lease.name())
                        instanceof Answer.Read read
                ? Optional.of(FolderSight.holder(read.json()))
                : Optional.empty();
    }

    /// Every account may ask this of itself. Empty if there is no answer.
    private Optional<Boolean> allowed(Right right) {
        ObjectNode review = JSON.createObjectNode()
                .put("apiVersion", "authorization.k8s.io/v1")
                .put("kind", "SelfSubjectAccessReview");
        String[] resource = right.resource().split("/", 2);
        ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
        attributes.put("verb", right.verb()).put("group", right.group()).put("resource", resource[0]);
        if (resource.length > 1) {
            attributes.put("subresource", resource[1]);
        }
        if (!right.namespace().isEmpty()) {
            attributes.put("namespace", right.namespace());
        }
        if (!right.name().isEmpty()) {
            attributes.put("name", right.name());
        }
        return api.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review) instanceof Answer.Read read
                ? Optional.of(read.json().at("/status/allowed").asBoolean())
                : Optional.empty();
    }
}
