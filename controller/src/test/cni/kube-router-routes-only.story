kube-router that only announces routes.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kube-router}
spec:
  template:
    spec:
      containers:
      - {name: kube-router, image: 'docker.io/cloudnativelabs/kube-router:v2.2.1', args: ['--run-router=true', '--run-firewall=false', '--run-service-proxy=false']}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
NO: kube-router v2.2.1: NetworkPolicy is not enforced
because DaemonSet kube-system/kube-router has --run-firewall=false
