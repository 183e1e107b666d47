Nobody reaches x; x and y reach y.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-ingress}
spec:
  podSelector: {}
  policyTypes: [Ingress]

-- 80/tcp --
* -> * yes
* -> x/* no
203.0.113.9 -> x/* no
