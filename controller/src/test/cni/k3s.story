k3s: Flannel and the policy controller are parts of the one program, and no DaemonSet shows them.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1, node-role.kubernetes.io/control-plane: "true"}
  annotations:
    flannel.alpha.coreos.com/backend-type: vxlan
    flannel.alpha.coreos.com/kube-subnet-manager: "true"
    flannel.alpha.coreos.com/public-ip: 172.16.0.237
    k3s.io/hostname: n1
    k3s.io/internal-ip: 172.16.0.237
    k3s.io/node-args: '["server","--disable","traefik"]'
spec: {providerID: 'k3s://n1'}
---
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
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: svclb-traefik-b3e1}
spec:
  template:
    spec:
      containers:
      - {name: lb-tcp-80, image: 'rancher/klipper-lb:v0.4.9'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}

-- says --
YES: Flannel with k3s: NetworkPolicy is enforced
because k3s has a network policy controller in itself, and runs without --disable-network-policy
because nodes have the annotation flannel.alpha.coreos.com/backend-type; Flannel gives pods addresses and knows no policies
