kind before v0.24.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kindnet}
spec:
  template:
    spec:
      containers:
      - {name: kindnet-cni, image: 'docker.io/kindest/kindnetd:v20240513-cd2ac642'}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
NO: kindnet v20240513-cd2ac642: NetworkPolicy is not enforced
because DaemonSet kube-system/kindnet is older than that of kind v0.24.0, the first that enforces
