kind v0.24 and newer: kindnetd enforces.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: kind-control-plane
  labels: {kubernetes.io/hostname: kind-control-plane, node-role.kubernetes.io/control-plane: ""}
spec: {providerID: 'kind://docker/kind/kind-control-plane'}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kindnet}
spec:
  template:
    spec:
      containers:
      - {name: kindnet-cni, image: 'docker.io/kindest/kindnetd:v20241212-9f82dd49'}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
YES: kindnet v20241212-9f82dd49: NetworkPolicy is enforced
because DaemonSet kube-system/kindnet runs kindnet-cni on 1 of 1 nodes, which enforces policies
