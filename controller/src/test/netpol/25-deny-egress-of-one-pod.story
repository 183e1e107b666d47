One pod calls nobody, and is called by all.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-egress}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]

-- 80/tcp --
* -> * yes
x/a -> * no
x/a -> 203.0.113.9 no
