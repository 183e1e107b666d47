DaemonSets may not be read; nodes still say Calico.

-- unread --
daemonsets.apps forbidden

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1}
  annotations:
    projectcalico.org/IPv4Address: 10.0.0.4/24

-- says --
YES: Calico: NetworkPolicy is enforced
because nodes have the annotation projectcalico.org/IPv4Address, which calico-node writes; DaemonSets could not be read
unread daemonsets.apps: forbidden
