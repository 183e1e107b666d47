Out to a range of addresses without one.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: out-but-x-b}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]
  egress:
  - to:
    - ipBlock: {cidr: 0.0.0.0/4, except: [10.0.1.2/32]}

-- 80/tcp --
* -> * yes
x/a -> x/b no
x/a -> 203.0.113.9 no
