Calico by its operator, new enough for policies of the cluster, whose API is installed.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: calico-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'quay.io/calico/node:v3.30.2', env: [{name: CALICO_NETWORKING_BACKEND, value: bird}]}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 2}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: calico-system, name: csi-node-driver}
spec:
  template:
    spec:
      containers:
      - {name: calico-csi, image: 'quay.io/calico/csi:v3.30.2'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: adminnetworkpolicies.policy.networking.k8s.io}
spec: {group: policy.networking.k8s.io, names: {plural: adminnetworkpolicies, kind: AdminNetworkPolicy}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: baselineadminnetworkpolicies.policy.networking.k8s.io}
spec: {group: policy.networking.k8s.io, names: {plural: baselineadminnetworkpolicies, kind: BaselineAdminNetworkPolicy}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: clusternetworkpolicies.policy.networking.k8s.io}
spec: {group: policy.networking.k8s.io, names: {plural: clusternetworkpolicies, kind: ClusterNetworkPolicy}}

-- says --
YES: Calico v3.30.2: NetworkPolicy is enforced, and AdminNetworkPolicy, BaselineAdminNetworkPolicy
because DaemonSet calico-system/calico-node runs calico-node on 2 of 3 nodes, which enforces policies
