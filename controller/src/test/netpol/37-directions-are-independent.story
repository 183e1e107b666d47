Egress that is open does not open ingress.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: out-all}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Egress]
  egress: [{}]

-- 80/tcp --
* -> * yes

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-ingress}
spec:
  podSelector: {matchLabels: {pod: a}}
  policyTypes: [Ingress]

-- 80/tcp --
* -> * yes
* -> x/a no
