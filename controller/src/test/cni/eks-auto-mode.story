EKS Auto Mode: no DaemonSet at all, and a ConfigMap that turns policies on.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: i-0abc
  labels: {kubernetes.io/hostname: i-0abc, eks.amazonaws.com/compute-type: auto}
---
apiVersion: v1
kind: ConfigMap
metadata: {namespace: kube-system, name: amazon-vpc-cni}
data: {enable-network-policy-controller: "true"}

-- says --
YES: EKS Auto Mode: NetworkPolicy is enforced
because nodes are of EKS Auto Mode, and ConfigMap kube-system/amazon-vpc-cni has enable-network-policy-controller: "true"
