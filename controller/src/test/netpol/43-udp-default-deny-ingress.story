Nobody reaches x by UDP either.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-ingress}
spec:
  podSelector: {}
  policyTypes: [Ingress]

-- 80/udp --
* -> * yes
* -> x/* no
