Without policyTypes, egress is isolated only where there is a rule for it.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {matchLabels: {pod: a}}
  egress: []

-- 80/tcp --
* -> * yes
* -> x/a no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {matchLabels: {pod: a}}
  egress: [{}]

-- 80/tcp --
* -> * yes
* -> x/a no
x/a -> 203.0.113.9 yes

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]
  ingress: [{from: [{podSelector: {}}]}]

-- 80/tcp --
* -> * yes
x/a -> * no
