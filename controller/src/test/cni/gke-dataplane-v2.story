GKE with Dataplane V2, which is Cilium under the name anetd.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: gke-a-1
  labels: {kubernetes.io/hostname: gke-a-1, cloud.google.com/gke-nodepool: default-pool}
spec: {providerID: 'gce://p/europe-west3-a/gke-a-1'}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: anetd}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'gke.gcr.io/cilium/cilium:v1.14.10-gke.3'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: cilium-config}
data: {enable-policy: default}

-- says --
YES: GKE Dataplane V2 (Cilium) v1.14.10-gke.3: NetworkPolicy is enforced
because DaemonSet kube-system/anetd runs cilium-agent on 3 of 3 nodes, which enforces policies
