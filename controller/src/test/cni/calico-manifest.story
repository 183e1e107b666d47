Calico by its manifest, in kube-system.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1}
  annotations:
    projectcalico.org/IPv4Address: 10.0.0.4/24
    projectcalico.org/IPv4IPIPTunnelAddr: 192.168.235.192
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'docker.io/calico/node:v3.27.3', env: [{name: CALICO_NETWORKING_BACKEND, valueFrom: {configMapKeyRef: {name: calico-config, key: calico_backend}}}]}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: globalnetworkpolicies.crd.projectcalico.org}
spec: {group: crd.projectcalico.org, names: {plural: globalnetworkpolicies, kind: GlobalNetworkPolicy}}

-- says --
YES: Calico v3.27.3: NetworkPolicy is enforced
because DaemonSet kube-system/calico-node runs calico-node on 2 of 2 nodes, which enforces policies
