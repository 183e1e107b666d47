A policy that has a rule for SCTP alone isolates all the same.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-sctp}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{protocol: SCTP, port: 80}]}]

-- 81/tcp --
* -> * yes
* -> x/a no

-- 80/sctp --
* -> * yes
