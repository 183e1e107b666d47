The same on the way out.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: out-80}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]
  egress: [{ports: [{protocol: TCP, port: 80}]}]

-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes
x/a -> * no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: out-all}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]
  egress: [{}]

-- 80/tcp --
* -> * yes

-- 81/tcp --
* -> * yes
