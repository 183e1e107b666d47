A namespace calls nobody, not even within itself.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-egress}
spec:
  podSelector: {}
  policyTypes: [Egress]

-- 80/tcp --
* -> * yes
x/* -> * no
