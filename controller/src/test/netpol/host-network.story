A pod on its node's network: policies neither apply to it nor find it by labels; its own node always gets through.

-- policies --
apiVersion: v1
kind: Node
metadata: {name: n1}
status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}
---
apiVersion: v1
kind: Node
metadata: {name: n2}
status: {addresses: [{type: InternalIP, address: 192.168.0.2}]}
---
apiVersion: v1
kind: Pod
metadata: {namespace: shop, name: web, labels: {app: web}}
spec: {nodeName: n1}
status: {podIP: 10.0.9.1}
---
apiVersion: v1
kind: Pod
metadata: {namespace: edge, name: near, labels: {app: gateway}}
spec: {nodeName: n1, hostNetwork: true}
status: {podIP: 192.168.0.1}
---
apiVersion: v1
kind: Pod
metadata: {namespace: edge, name: far, labels: {app: gateway}}
spec: {nodeName: n2, hostNetwork: true}
status: {podIP: 192.168.0.2}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: edge, name: deny}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: allow-gateway}
spec:
  podSelector: {}
  ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: gateway}}}]}]

-- 80/tcp --
* -> * yes
* -> shop/web no
edge/near -> shop/web yes
192.168.0.1 -> shop/web yes
192.168.0.2 -> shop/web no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: allow-nodes}
spec:
  podSelector: {}
  ingress: [{from: [{ipBlock: {cidr: 192.168.0.0/24}}]}]

-- 80/tcp --
* -> * yes
* -> shop/web no
edge/* -> shop/web yes
192.168.0.2 -> shop/web yes
