A direction that is none: both are isolated.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Outgress]

-- faults --
error NetworkPolicy x/p spec.policyTypes[0]: "Outgress" (expected: Ingress or Egress) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/a no
x/a -> * no
