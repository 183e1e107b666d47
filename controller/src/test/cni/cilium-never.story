Cilium with policyEnforcementMode=never: it runs, and enforces nothing.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'quay.io/cilium/cilium:v1.15.1'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: cilium-config}
data: {enable-policy: never}

-- says --
NO: Cilium v1.15.1: NetworkPolicy is not enforced
because DaemonSet kube-system/cilium has enable-policy: never, by which no policy at all is enforced
