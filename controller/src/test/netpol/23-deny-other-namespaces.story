Pods of the own namespace alone.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: own}
spec:
  podSelector: {}
  ingress:
  - from:
    - podSelector: {}

-- 80/tcp --
* -> * yes
* -> x/* no
x/* -> x/* yes
