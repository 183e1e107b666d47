Cilium as its chart installs it. AdminNetworkPolicies are installed, and Cilium does not read them.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'quay.io/cilium/cilium:v1.16.5@sha256:758ca0793f5995bb938a2fa219dcce63dc0b3fa7fc4ce5cc851125281fb7361d', command: [cilium-agent], args: [--config-dir=/tmp/cilium/config-map]}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium-envoy}
spec:
  template:
    spec:
      containers:
      - {name: cilium-envoy, image: 'quay.io/cilium/cilium-envoy:v1.30.8'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: cilium-config}
data: {enable-policy: default, enable-k8s-networkpolicy: "true", cni-exclusive: "true"}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ciliumnetworkpolicies.cilium.io}
spec: {group: cilium.io, names: {plural: ciliumnetworkpolicies, kind: CiliumNetworkPolicy}}
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

-- says --
YES: Cilium v1.16.5: NetworkPolicy is enforced
because DaemonSet kube-system/cilium runs cilium-agent on 2 of 2 nodes, which enforces policies
