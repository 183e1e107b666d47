Pods of the same namespace are let in by their labels, and no others of the same labels.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-b}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - podSelector: {matchLabels: {pod: b}}

-- 80/tcp --
* -> * yes
* -> x/a no
x/b -> x/a yes
