Nobody reaches x by SCTP either.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-ingress}
spec:
  podSelector: {}
  policyTypes: [Ingress]

-- 80/sctp --
* -> * yes
* -> x/* no
