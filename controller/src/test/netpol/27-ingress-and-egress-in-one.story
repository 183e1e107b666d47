Both directions in one policy do not mix: peers of the one, ports of the other.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: both}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Ingress, Egress]
  ingress:
  - from:
    - podSelector: {matchLabels: {pod: b}}
  egress: [{ports: [{protocol: TCP, port: 80}]}]

-- 80/tcp --
* -> * yes
* -> x/a no
x/b -> x/a yes

-- 81/tcp --
* -> * yes
* -> x/a no
x/b -> x/a yes
x/a -> * no
