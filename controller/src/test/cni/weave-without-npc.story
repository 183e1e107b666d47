Weave Net without it.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: weave-net}
spec:
  template:
    spec:
      containers:
      - {name: weave, image: 'weaveworks/weave-kube:2.8.1'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}

-- says --
NO: Weave Net 2.8.1: NetworkPolicy is not enforced
because DaemonSet kube-system/weave-net runs without its container weave-npc, which enforces policies
