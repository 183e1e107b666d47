Weave Net with its policy controller.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: weave-net}
spec:
  template:
    spec:
      containers:
      - {name: weave, image: 'weaveworks/weave-kube:2.8.1'}
      - {name: weave-npc, image: 'weaveworks/weave-npc:2.8.1'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}

-- says --
YES: Weave Net 2.8.1: NetworkPolicy is enforced
because DaemonSet kube-system/weave-net runs weave on 2 of 2 nodes, which enforces policies
