Antrea, which reads AdminNetworkPolicies too where they are installed and the feature gate is on.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1}
  annotations:
    node.antrea.io/mac-address: 0a:58:0a:f4:00:01
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: antrea-agent}
spec:
  template:
    spec:
      containers:
      - {name: antrea-agent, image: 'antrea/antrea-agent-ubuntu:v2.2.0', command: [antrea-agent]}
      - {name: antrea-ovs, image: 'antrea/antrea-agent-ubuntu:v2.2.0'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: clusternetworkpolicies.crd.antrea.io}
spec: {group: crd.antrea.io, names: {plural: clusternetworkpolicies, kind: ClusterNetworkPolicy}}
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
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: antrea-config}
data:
  antrea-controller.conf: |
    featureGates:
      AntreaPolicy: true
      AdminNetworkPolicy: true

-- says --
YES: Antrea v2.2.0: NetworkPolicy is enforced, and AdminNetworkPolicy, BaselineAdminNetworkPolicy
because DaemonSet kube-system/antrea-agent runs antrea-agent on 2 of 2 nodes, which enforces policies
