An ipBlock means the client. The gateway's own way in is told of all the same.

-- options --
--own-pod=tidegate/tidegate-7c9d5-x2x8q
--network-policy=client
enforcement=no

-- services --
web 80 10.0.0.1

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, annotations: {}}
spec:
  ingressClassName: tidegate
  rules:
  - {host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: tidegate-7c9d5-x2x8q, namespace: tidegate, labels: {app.kubernetes.io/name: tidegate}}
status: {podIP: 10.1.0.1}
---
apiVersion: v1
kind: Pod
metadata: {name: web-0, namespace: default, labels: {app: web}}
status: {podIP: 10.0.0.1}
---
apiVersion: v1
kind: Pod
metadata: {name: caller, namespace: default, labels: {role: frontend}}
status: {podIP: 10.0.0.77}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: office-only, namespace: default}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from:
    - {ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.128/25]}}
    - {ipBlock: {cidr: "2001:db8::/32"}}
    - {podSelector: {matchLabels: {role: frontend}}}

-- requests --
GET http://shop.example/ → default/shop rules[0].paths[0] → default/web:80

-- table --
host shop.example
  Prefix / → default/web:80 (default/shop rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080 clients [10.0.0.77, 203.0.113.0-203.0.113.127, 2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff]

-- diagnostics --
warning Ingress default/shop spec.rules[0].http.paths[0].backend.service: the gateway may not connect to the pods of Service default/web: NetworkPolicy default/office-only isolates them, and no rule lets it in on TCP 8080. The network plug-in heeds no policies, so requests get through (expected: a policy that lets it in, as `tidegate policy suggest --service default/web` prints) (PolicyDenied)
