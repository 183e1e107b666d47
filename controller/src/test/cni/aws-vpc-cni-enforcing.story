The VPC CNI with its network policy agent on.

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
      - {name: aws-node, image: '602401143452.dkr.ecr.eu-central-1.amazonaws.com/amazon-k8s-cni:v1.19.0-eksbuild.1'}
      - {name: aws-eks-nodeagent, image: 'amazon/aws-network-policy-agent:v1.1.5-eksbuild.1', args: ['--enable-ipv6=false', '--enable-network-policy=true', '--enable-cloudwatch-logs=false']}
status: {observedGeneration: 1, desiredNumberScheduled: 4, numberReady: 4}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: amazon-vpc-cni}
data: {enable-network-policy-controller: "true", enable-windows-ipam: "false"}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: policyendpoints.networking.k8s.aws}
spec: {group: networking.k8s.aws, names: {plural: policyendpoints, kind: PolicyEndpoint}}

-- says --
YES: Amazon VPC CNI v1.19.0-eksbuild.1: NetworkPolicy is enforced
because DaemonSet kube-system/aws-node runs aws-node on 4 of 4 nodes, which enforces policies
