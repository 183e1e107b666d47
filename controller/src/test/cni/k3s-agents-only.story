A k3s whose servers are no nodes: whether they have policies on, nodes do not tell.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n2
  labels: {kubernetes.io/hostname: n2}
  annotations:
    flannel.alpha.coreos.com/backend-type: vxlan
    flannel.alpha.coreos.com/kube-subnet-manager: "true"
    flannel.alpha.coreos.com/public-ip: 172.16.0.237
    k3s.io/node-args: '["agent"]'

-- says --
UNKNOWN: Flannel: whether NetworkPolicy is enforced is not known
because nodes have the annotation flannel.alpha.coreos.com/backend-type and are agents of k3s, whose servers are no nodes: --disable-network-policy there decides
