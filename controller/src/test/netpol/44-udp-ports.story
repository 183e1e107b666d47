One port of UDP, for one namespace.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-81}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns: y}}
    ports: [{protocol: UDP, port: 81}]

-- 81/udp --
* -> * yes
* -> x/a no
y/* -> x/a yes

-- 80/udp --
* -> * yes
* -> x/a no

-- 81/tcp --
* -> * yes
* -> x/a no
