Flannel whose DaemonSet no controller has looked at yet: the zeros in its status say nothing.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-flannel, name: kube-flannel-ds}
spec: {template: {spec: {containers: [{name: kube-flannel, image: 'ghcr.io/flannel-io/flannel:v0.26.1'}]}}}
status: {currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0}

-- says --
NO: Flannel v0.26.1: NetworkPolicy is not enforced
because DaemonSet kube-flannel/kube-flannel-ds gives pods addresses and knows no policies
