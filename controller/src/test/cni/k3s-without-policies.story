k3s with --disable-network-policy.

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
    k3s.io/hostname: n1
    k3s.io/internal-ip: 172.16.0.237
    k3s.io/node-args: '["server","--disable-network-policy","true"]'

-- says --
NO: Flannel with k3s: NetworkPolicy is not enforced
because k3s runs with --disable-network-policy, by the annotation k3s.io/node-args
because nodes have the annotation flannel.alpha.coreos.com/backend-type; Flannel gives pods addresses and knows no policies
