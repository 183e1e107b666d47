Whom the policy means cannot be told: all pods of the namespace are isolated, and its rules open nothing.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {matchExpressions: [{key: pod, operator: Equals, values: [a]}]}
  policyTypes: [Ingress]
  ingress: [{}]

-- faults --
error NetworkPolicy x/p spec.podSelector.matchExpressions[0].operator: "Equals" (expected: In, NotIn, Exists or DoesNotExist) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
