AKS with no network policy engine chosen.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: aks-a-0
  labels: {kubernetes.io/hostname: aks-a-0, kubernetes.azure.com/cluster: MC_a}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: azure-ip-masq-agent}
spec:
  template:
    spec:
      containers:
      - {name: azure-ip-masq-agent, image: 'mcr.microsoft.com/aks/ip-masq-agent-v2:v0.1.14'}
status: {observedGeneration: 1, desiredNumberScheduled: 3, numberReady: 3}

-- says --
NO: AKS: NetworkPolicy is not enforced
because nodes are AKS's, and no network policy engine runs on them
