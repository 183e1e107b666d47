DaemonSets may not be read; nodes say Flannel, the API says Calico.

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
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: felixconfigurations.crd.projectcalico.org}
spec: {group: crd.projectcalico.org, names: {plural: felixconfigurations, kind: FelixConfiguration}}

-- says --
UNKNOWN: Flannel: whether NetworkPolicy is enforced is not known
because nodes have the annotation flannel.alpha.coreos.com/backend-type, and the API of Calico is served: Flannel alone does not enforce, Canal does; DaemonSets could not be read
unread daemonsets.apps: forbidden
