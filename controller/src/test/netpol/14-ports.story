One port, for one namespace.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-81}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns: y}}
    ports: [{protocol: TCP, port: 81}]

-- 81/tcp --
* -> * yes
* -> x/a no
y/* -> x/a yes

-- 80/tcp --
* -> * yes
* -> x/a no
