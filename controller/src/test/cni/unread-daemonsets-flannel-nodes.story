DaemonSets may not be read; nodes say Flannel.

-- unread --
daemonsets.apps forbidden

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1}
  annotations:
    flannel.alpha.coreos.com/backend-type: vxlan
    flannel.alpha.coreos.com/kube-subnet-manager: "true"
    flannel.alpha.coreos.com/public-ip: 172.16.0.237

-- says --
NO: Flannel: NetworkPolicy is not enforced
because nodes have the annotation flannel.alpha.coreos.com/backend-type; Flannel knows no policies, and DaemonSets could not be read, so that one beside it which does would not be seen
unread daemonsets.apps: forbidden
