A policy that allowed all allows nothing after an edit.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: changing}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress: [{}]

-- 80/tcp --
* -> * yes

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: changing}
spec:
  podSelector: {}
  policyTypes: [Ingress]

-- 80/tcp --
* -> * yes
* -> x/* no
