AKS with Azure's Network Policy Manager.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: aks-a-0
  labels: {kubernetes.io/hostname: aks-a-0, kubernetes.azure.com/cluster: MC_a}
spec: {providerID: 'azure:///subscriptions/s/x'}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: azure-cns}
spec:
  template:
    spec:
      containers:
      - {name: cns-container, image: 'mcr.microsoft.com/containernetworking/azure-cns:v1.6.13'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: azure-npm}
spec:
  template:
    spec:
      containers:
      - {name: azure-npm, image: 'mcr.microsoft.com/containernetworking/azure-npm:v1.5.37'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
YES: Azure CNI v1.6.13 with Azure Network Policy Manager v1.5.37: NetworkPolicy is enforced
because DaemonSet kube-system/azure-npm runs azure-npm on 3 of 3 nodes, which enforces policies
because DaemonSet kube-system/azure-cns leaves policies to others (Azure Network Policy Manager, Calico or Cilium)
