A rule for SCTP does not open TCP.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-ingress}
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-sctp}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{protocol: SCTP, port: 81}]}]

-- 81/tcp --
* -> * yes
* -> x/* no

-- 81/sctp --
* -> * yes
* -> x/* no
* -> x/a yes
