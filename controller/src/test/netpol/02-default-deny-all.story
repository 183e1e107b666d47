Nothing comes into x, and nothing out of it.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-all}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]

-- 80/tcp --
* -> * yes
* -> x/* no
x/* -> * no
x/* -> 203.0.113.9 no
