RKE2's own Canal, whose images and DaemonSet have names of Rancher's.

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
    rke2.io/node-args: '["server","--cni","canal"]'
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: rke2-canal}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'rancher/hardened-calico:v3.29.1-build20241219'}
      - {name: kube-flannel, image: 'rancher/hardened-flannel:v0.26.1-build20241107'}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
YES: Canal v3.29.1-build20241219: NetworkPolicy is enforced
because DaemonSet kube-system/rke2-canal runs calico-node on 1 of 1 nodes, which enforces policies
