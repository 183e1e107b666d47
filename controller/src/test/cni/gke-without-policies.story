GKE's older dataplane without the add-on. The DaemonSet of Calico stands there and runs nowhere.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: gke-c-1
  labels: {kubernetes.io/hostname: gke-c-1, cloud.google.com/gke-nodepool: default-pool}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'gke.gcr.io/calico/node:v3.26.3-gke.4'}
status: {observedGeneration: 1, desiredNumberScheduled: 0, numberReady: 0}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: fluentbit-gke}
spec:
  template:
    spec:
      containers:
      - {name: fluentbit, image: 'gke.gcr.io/fluent-bit:v1.8.12'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
NO: GKE: NetworkPolicy is not enforced
because nodes are GKE's, and neither Dataplane V2 (anetd) nor Calico runs on them
