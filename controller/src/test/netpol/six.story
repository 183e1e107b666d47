IPv6 ranges mean IPv6 addresses, and no others.

-- policies --
apiVersion: v1
kind: Pod
metadata: {namespace: six, name: a}
status: {podIP: "fd00::1"}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: six, name: p}
spec:
  podSelector: {}
  ingress:
  - from:
    - ipBlock: {cidr: "2001:db8::/32", except: ["2001:db8:bad::/48"]}

-- 80/tcp --
* -> * yes
* -> six/a no
2001:db8::9 -> six/a yes
2001:DB8:BAD::9 -> six/a no
203.0.113.9 -> six/a no
