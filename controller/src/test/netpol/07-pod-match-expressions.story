Pods by an expression.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-b}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - podSelector: {matchExpressions: [{key: pod, operator: In, values: [b]}]}

-- 80/tcp --
* -> * yes
* -> x/a no
x/b -> x/a yes
