Flannel's network and Calico's policies in one DaemonSet.

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
metadata: {namespace: kube-system, name: canal}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'docker.io/calico/node:v3.28.1', env: [{name: CALICO_NETWORKING_BACKEND, value: none}, {name: CLUSTER_TYPE, value: 'k8s,canal'}]}
      - {name: kube-flannel, image: 'docker.io/flannel/flannel:v0.24.4'}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: felixconfigurations.crd.projectcalico.org}
spec: {group: crd.projectcalico.org, names: {plural: felixconfigurations, kind: FelixConfiguration}}

-- says --
YES: Canal v3.28.1: NetworkPolicy is enforced
because DaemonSet kube-system/canal runs calico-node on 2 of 2 nodes, which enforces policies
