Expressions that are none, in a peer.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
  - from:
    - podSelector: {matchExpressions: [{key: pod, operator: Is, values: [b]}]}
    - namespaceSelector: {matchExpressions: [{key: ns, operator: In}, {key: ns, operator: Exists, values: [x]}]}

-- faults --
error NetworkPolicy x/p spec.ingress[0].from[0].podSelector.matchExpressions[0].operator: "Is" (expected: In, NotIn, Exists or DoesNotExist) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1].namespaceSelector.matchExpressions[0].values: [] (expected: at least one value for In) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].from[1].namespaceSelector.matchExpressions[1].values: [x] (expected: no value for Exists) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
