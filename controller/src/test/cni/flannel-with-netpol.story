Flannel's chart with netpol.enabled: a second container enforces.

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
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-flannel, name: kube-flannel-ds}
spec:
  template:
    spec:
      containers:
      - {name: kube-flannel, image: 'ghcr.io/flannel-io/flannel:v0.26.1', command: [/opt/bin/flanneld], args: [--ip-masq, --kube-subnet-mgr]}
      - {name: kube-network-policies, image: 'registry.k8s.io/networking/kube-network-policies:v0.7.0', args: [--hostname-override=$(MY_NODE_NAME), --v=2]}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
YES: Flannel v0.26.1 with kube-network-policies v0.7.0: NetworkPolicy is enforced
because DaemonSet kube-flannel/kube-flannel-ds runs kube-network-policies on 3 of 3 nodes, which enforces policies
because DaemonSet kube-flannel/kube-flannel-ds gives pods addresses and knows no policies
