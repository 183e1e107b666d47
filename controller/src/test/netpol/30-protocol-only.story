A protocol without a port means all of its ports, and no other protocol.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: tcp}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{protocol: TCP}]}]

-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes

-- 80/udp --
* -> * yes
* -> x/a no
