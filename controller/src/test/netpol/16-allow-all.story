A rule that asks for nothing allows everything.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-all}
spec:
  podSelector: {}
  ingress: [{}]

-- 80/tcp --
* -> * yes
203.0.113.9 -> x/* yes

-- 81/tcp --
* -> * yes
