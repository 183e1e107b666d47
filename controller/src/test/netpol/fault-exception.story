A range with one exception that is not within it: what was meant cannot be told, so it matches nobody.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
  - from:
    - ipBlock: {cidr: 10.0.0.0/8, except: ["fd00::/64"]}

-- faults --
error NetworkPolicy x/p spec.ingress[0].from[0].ipBlock.except[0]: "fd00::/64" (expected: a range within 10.0.0.0/8, and not all of it) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
