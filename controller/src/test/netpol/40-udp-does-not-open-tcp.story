A rule for UDP does not open TCP.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-udp}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{protocol: UDP, port: 81}]}]

-- 81/tcp --
* -> * yes
* -> x/a no

-- 81/udp --
* -> * yes
