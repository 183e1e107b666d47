The reference implementation of SIG Network added to an old kindnet.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kindnet}
spec:
  template:
    spec:
      containers:
      - {name: kindnet-cni, image: 'docker.io/kindest/kindnetd:v20240513-cd2ac642'}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kube-network-policies}
spec:
  template:
    spec:
      containers:
      - {name: kube-network-policies, image: 'registry.k8s.io/networking/kube-network-policies:v0.8.0', args: [/bin/netpol, --admin-network-policy=true, --baseline-admin-network-policy=true]}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}
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
YES: kindnet v20240513-cd2ac642 with kube-network-policies v0.8.0: NetworkPolicy is enforced, and AdminNetworkPolicy, BaselineAdminNetworkPolicy
because DaemonSet kube-system/kube-network-policies runs kube-network-policies on 1 of 1 nodes, which enforces policies
because DaemonSet kube-system/kindnet is older than that of kind v0.24.0, the first that enforces
