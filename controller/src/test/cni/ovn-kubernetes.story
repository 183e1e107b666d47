OpenShift with OVN-Kubernetes, and Multus before it.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: m-0
  labels: {kubernetes.io/hostname: m-0, node.openshift.io/os_id: rhcos}
  annotations:
    k8s.ovn.org/node-subnets: '{"default":["10.128.0.0/23"]}'
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: openshift-multus, name: multus}
spec:
  template:
    spec:
      containers:
      - {name: kube-multus, image: 'quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:aa'}
status: {observedGeneration: 1, desiredNumberScheduled: 6, numberReady: 6}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: openshift-ovn-kubernetes, name: ovnkube-node}
spec:
  template:
    spec:
      containers:
      - {name: ovn-controller, image: 'quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:bb'}
      - {name: ovnkube-controller, image: 'quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:bb'}
status: {observedGeneration: 1, desiredNumberScheduled: 6, numberReady: 6}
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
YES: OVN-Kubernetes with Multus: NetworkPolicy is enforced, and AdminNetworkPolicy, BaselineAdminNetworkPolicy
because DaemonSet openshift-ovn-kubernetes/ovnkube-node runs ovn-controller on 6 of 6 nodes, which enforces policies
because DaemonSet openshift-multus/multus hands pods on to other plug-ins; what they do decides
