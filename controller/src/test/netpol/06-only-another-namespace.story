One namespace is let in, and not the own one.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-y}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns: y}}

-- 80/tcp --
* -> * yes
* -> x/a no
y/* -> x/a yes
