The VPC CNI as EKS installs it: the agent is there and off.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: aws-node}
spec:
  template:
    spec:
      containers:
      - {name: aws-node, image: '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon-k8s-cni:v1.19.0-eksbuild.1'}
      - {name: aws-eks-nodeagent, image: 'amazon/aws-network-policy-agent:v1.1.5-eksbuild.1', args: ['--enable-network-policy=false']}
status: {observedGeneration: 1, desiredNumberScheduled: 4, numberReady: 4}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: policyendpoints.networking.k8s.aws}
spec: {group: networking.k8s.aws, names: {plural: policyendpoints, kind: PolicyEndpoint}}

-- says --
NO: Amazon VPC CNI v1.19.0-eksbuild.1: NetworkPolicy is not enforced
because DaemonSet kube-system/aws-node runs its network policy agent without --enable-network-policy=true
