Cilium that was told not to read NetworkPolicies.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'quay.io/cilium/cilium:v1.16.5'}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: cilium-config}
data: {enable-policy: default, enable-k8s-networkpolicy: "false"}

-- says --
NO: Cilium v1.16.5: NetworkPolicy is not enforced
because DaemonSet kube-system/cilium has enable-k8s-networkpolicy: false, by which only policies of Cilium's own kinds are enforced
