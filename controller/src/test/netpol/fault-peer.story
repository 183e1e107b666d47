A peer of no kind, and one of two kinds.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
  - from:
    - {}
    - {ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}

-- faults --
error NetworkPolicy x/p spec.ingress[0].from[0]: {} (expected: a podSelector, a namespaceSelector or an ipBlock) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1]: an ipBlock and a selector (expected: one of them; write two items) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
