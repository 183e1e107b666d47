A range that is none matches nobody, and so does one with an exception that is none.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
  - from:
    - ipBlock: {cidr: 10.0.0.0/33}
    - ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8, 10.1.0.0, "fd00::/64"]}

-- faults --
error NetworkPolicy x/p spec.ingress[0].from[0].ipBlock.cidr: "10.0.0.0/33" (expected: a CIDR, as 10.0.0.0/8) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1].ipBlock.except[0]: "10.0.0.0/8" (expected: a range within 10.0.0.0/8, and not all of it) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1].ipBlock.except[1]: "10.1.0.0" (expected: a CIDR, as 10.0.0.0/8) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1].ipBlock.except[2]: "fd00::/64" (expected: a range within 10.0.0.0/8, and not all of it) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
