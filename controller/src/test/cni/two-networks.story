Flannel that was left behind when Weave Net without its policy controller and Calico came: all are told.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-flannel, name: kube-flannel-ds}
spec:
  template:
    spec:
      containers:
      - {name: kube-flannel, image: 'ghcr.io/flannel-io/flannel:v0.26.1', command: [/opt/bin/flanneld], args: [--ip-masq, --kube-subnet-mgr]}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'docker.io/calico/node:v3.27.3', env: [{name: CALICO_NETWORKING_BACKEND, value: vxlan}]}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
YES: Flannel v0.26.1 and Calico v3.27.3: NetworkPolicy is enforced
because DaemonSet kube-system/calico-node runs calico-node on 3 of 3 nodes, which enforces policies
because DaemonSet kube-flannel/kube-flannel-ds gives pods addresses and knows no policies
because these contradict each other: Flannel does not enforce, Calico enforces; one may be left over, or nodes may differ
