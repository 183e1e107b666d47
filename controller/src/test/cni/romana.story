Romana.

-- cluster --
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: kube-system, name: romana-agent}
spec:
  template:
    spec:
      containers:
      - {name: romana-agent, image: 'quay.io/romana/agent:v2.0.2'}

-- says --
YES: Romana v2.0.2: NetworkPolicy is enforced
because DaemonSet kube-system/romana-agent runs romana-agent, which enforces policies
