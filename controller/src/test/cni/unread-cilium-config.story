Cilium whose ConfigMap may not be read.

-- unread --
configmaps forbidden

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: cilium}
spec:
  template:
    spec:
      containers:
      - {name: cilium-agent, image: 'quay.io/cilium/cilium:v1.16.5'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}

-- says --
YES: Cilium v1.16.5: NetworkPolicy is enforced
because DaemonSet kube-system/cilium runs cilium-agent on 2 of 2 nodes, which enforces policies, unless its ConfigMap kube-system/cilium-config, which could not be read, has enable-policy: never
unread configmaps: forbidden
