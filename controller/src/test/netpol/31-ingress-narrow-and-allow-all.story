A policy that allows all opens what a narrow one does not.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-80}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{ports: [{protocol: TCP, port: 80}]}]

-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes
* -> x/a no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-all}
spec:
  podSelector: {matchLabels: {pod: a}}
  ingress: [{}]

-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes
