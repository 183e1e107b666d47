All pods of all namespaces are let in, and nobody else.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-pods}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {}

-- 80/tcp --
* -> * yes
203.0.113.9 -> x/a no
