What a policy closed is open once it is gone.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: deny-all}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]

-- 80/tcp --
* -> * yes
* -> x/* no
x/* -> * no

-- without --
NetworkPolicy x/deny-all

-- 80/tcp --
* -> * yes
