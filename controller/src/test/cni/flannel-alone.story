Flannel as kubeadm clusters have it, by kube-flannel.yml: nobody enforces anything.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {kubernetes.io/hostname: n1, node-role.kubernetes.io/control-plane: ""}
  annotations:
    flannel.alpha.coreos.com/backend-type: vxlan
    flannel.alpha.coreos.com/kube-subnet-manager: "true"
    flannel.alpha.coreos.com/public-ip: 172.16.0.237
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-flannel, name: kube-flannel-ds}
spec:
  template:
    spec:
      containers:
      - {name: kube-flannel, image: 'ghcr.io/flannel-io/flannel:v0.26.1', command: [/opt/bin/flanneld], args: [--ip-masq, --kube-subnet-mgr]}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
NO: Flannel v0.26.1: NetworkPolicy is not enforced
because DaemonSet kube-flannel/kube-flannel-ds gives pods addresses and knows no policies
