A range of ports. What an API server would refuse is told, and opens nothing.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: equal}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{port: 80, endPort: 80}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: greater}
spec:
  podSelector: {matchLabels: {pod: b}}
  ingress: [{ports: [{port: 80, endPort: 81}]}]

-- faults --


-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes
* -> x/a no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: equal}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{endPort: 80}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: greater}
spec:
  podSelector: {matchLabels: {pod: b}}
  ingress: [{ports: [{port: serve-80-tcp, endPort: 81}, {port: 81, endPort: 80}]}]

-- faults --
error NetworkPolicy x/equal spec.ingress[0].ports[0].endPort: 80 (expected: a port beside it, where the range begins) (InvalidField)
error NetworkPolicy x/greater spec.ingress[0].ports[0].endPort: 81 (expected: none, since the port is a name; or the port as a number) (InvalidField)
error NetworkPolicy x/greater spec.ingress[0].ports[1].endPort: 80 (expected: 81 or more, since it begins at 81) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/a no
* -> x/b no

-- 81/tcp --
* -> * yes
* -> x/a no
* -> x/b no
