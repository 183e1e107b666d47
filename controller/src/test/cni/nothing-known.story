A plug-in that nobody here has heard of.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: acme-net}
spec:
  template:
    spec:
      containers:
      - {name: acme, image: 'acme/net:v1'}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
UNKNOWN: no network plug-in that is known was seen
