Amazon's network, Calico for policies only; the agent of the VPC CNI stays off.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: ip-10-0-1-17
  labels: {kubernetes.io/hostname: ip-10-0-1-17}
spec: {providerID: 'aws:///eu-central-1a/i-0abc'}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: aws-node}
spec:
  template:
    spec:
      containers:
      - {name: aws-node, image: '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon-k8s-cni:v1.18.5-eksbuild.1'}
      - {name: aws-eks-nodeagent, image: '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon/aws-network-policy-agent:v1.1.3-eksbuild.1', args: ['--enable-ipv6=false', '--enable-network-policy=false']}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: calico-system, name: calico-node}
spec:
  template:
    spec:
      containers:
      - {name: calico-node, image: 'quay.io/calico/node:v3.28.1', env: [{name: CALICO_NETWORKING_BACKEND, value: none}]}
status: {observedGeneration: 1, desiredNumberScheduled: 2, numberReady: 2}

-- says --
YES: Amazon VPC CNI v1.18.5-eksbuild.1 with Calico v3.28.1: NetworkPolicy is enforced
because DaemonSet calico-system/calico-node runs calico-node on 2 of 2 nodes, which enforces policies
because DaemonSet kube-system/aws-node runs its network policy agent without --enable-network-policy=true
