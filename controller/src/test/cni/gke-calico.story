GKE with the network policy add-on of its older dataplane.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: gke-b-1
  labels: {kubernetes.io/hostname: gke-b-1, cloud.google.com/gke-nodepool: default-pool}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'gke.gcr.io/calico/node:v3.26.3-gke.4', env: [{name: CALICO_NETWORKING_BACKEND, value: none}]}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: netd}
spec:
  template:
    spec:
      containers:
      - {name: netd, image: 'gke.gcr.io/netd:v0.7.2'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
YES: Calico v3.26.3-gke.4: NetworkPolicy is enforced
because DaemonSet kube-system/calico-node runs calico-node on 3 of 3 nodes, which enforces policies
