The name is looked for on the destination; whoever is no pod has none.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: out-80}
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress: [{ports: [{port: serve-80-tcp}]}]

-- 80/tcp --
* -> * yes
x/* -> 203.0.113.9 no

-- 81/tcp --
* -> * yes
x/* -> * no
