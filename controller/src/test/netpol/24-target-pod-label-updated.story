A pod is isolated once it has the label.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: isolate}
spec:
  podSelector: {matchLabels: {target: isolated}}
  policyTypes: [Ingress]

-- 80/tcp --
* -> * yes

-- then --
apiVersion: v1
kind: Pod
metadata: {namespace: x, name: a, labels: {pod: a, target: isolated}}
status: {podIP: 10.0.1.1}

-- 80/tcp --
* -> * yes
* -> x/a no
