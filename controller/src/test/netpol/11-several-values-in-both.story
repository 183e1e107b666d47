Several values in one item of both.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-both}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchExpressions: [{key: ns, operator: NotIn, values: [x]}]}
      podSelector: {matchExpressions: [{key: pod, operator: In, values: [b, c]}]}

-- 80/tcp --
* -> * yes
* -> x/a no
y/b -> x/a yes
y/c -> x/a yes
z/b -> x/a yes
z/c -> x/a yes
