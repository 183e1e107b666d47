kube-router with its firewall, as k0s has it.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: kube-router}
spec:
  template:
    spec:
      containers:
      - {name: kube-router, image: 'quay.io/k0sproject/kube-router:v2.2.1-iptables1.8.9-0', args: ['--run-router=true', '--run-firewall=true', '--run-service-proxy=false']}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}

-- says --
YES: kube-router v2.2.1-iptables1.8.9-0: NetworkPolicy is enforced
because DaemonSet kube-system/kube-router runs kube-router on 1 of 1 nodes, which enforces policies
