One port of SCTP, for one namespace.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-81}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {ns: y}}
    ports: [{protocol: SCTP, port: 81}]

-- 81/sctp --
* -> * yes
* -> x/a no
y/* -> x/a yes

-- 80/sctp --
* -> * yes
* -> x/a no

-- 81/tcp --
* -> * yes
* -> x/a no
