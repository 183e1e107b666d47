A port by its name, for one namespace.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-80}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns: y}}
    ports: [{port: serve-80-tcp}]

-- 80/tcp --
* -> * yes
* -> x/a no
y/* -> x/a yes

-- 81/tcp --
* -> * yes
* -> x/a no
