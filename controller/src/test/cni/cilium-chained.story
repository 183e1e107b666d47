Cilium chained behind the VPC CNI: Amazon gives addresses, Cilium enforces.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: aws-node}
spec:
  template:
    spec:
      containers:
      - {name: aws-node, image: 'amazon-k8s-cni:v1.18.5'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'quay.io/cilium/cilium:v1.16.5'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: cilium-config}
data: {enable-policy: default, cni-chaining-mode: aws-cni}

-- says --
YES: Amazon VPC CNI v1.18.5 with Cilium v1.16.5: NetworkPolicy is enforced
because DaemonSet kube-system/cilium runs cilium-agent on 2 of 2 nodes, which enforces policies
because DaemonSet kube-system/aws-node has no network policy agent
