As people write them: all closed both ways, and one door that is too small for a gateway.

-- policies --
apiVersion: v1
kind: Pod
metadata: {namespace: shop, name: web-0, labels: {app: web}}
status: {podIP: 10.0.9.1}
---
apiVersion: v1
kind: Pod
metadata: {namespace: shop, name: front-0, labels: {role: frontend}}
status: {podIP: 10.0.9.2}
---
apiVersion: v1
kind: Pod
metadata: {namespace: tidegate, name: gateway-0, labels: {app.kubernetes.io/name: tidegate}}
status: {podIP: 10.0.8.1}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: deny-all}
spec:
  podSelector: {}
  policyTypes:
  - Ingress
  - Egress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: allow-web}
spec:
  podSelector:
    matchLabels:
      app: web
  ingress:
  - from:
    - podSelector:
        matchLabels:
          role: frontend
    ports:
    - protocol: TCP
      port: 80

-- 80/tcp --
* -> * yes
* -> shop/* no
shop/* -> * no

-- then --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: out-to-web}
spec:
  podSelector: {matchLabels: {role: frontend}}
  policyTypes: [Egress]
  egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]

-- 80/tcp --
* -> * yes
* -> shop/* no
shop/* -> * no
shop/front-0 -> shop/web-0 yes

-- 8080/tcp --
* -> * yes
* -> shop/* no
shop/* -> * no
