A port by its name.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: allow-81}
spec:
  podSelector: {}
  ingress: [{ports: [{port: serve-81-tcp}]}]

-- 81/tcp --
* -> * yes

-- 80/tcp --
* -> * yes
* -> x/* no
