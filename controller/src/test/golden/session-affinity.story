A Service's sessionAffinity speaks of connections to the Service's own address. It is not followed, and changes nothing.

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: a.example
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  sessionAffinity: ClientIP
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-1
  labels: {kubernetes.io/service-name: web}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.0.1]}
  - {addresses: [10.0.0.2]}

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → default/web:80

-- table --
host a.example
  Prefix / → default/web:80 (default/web rules[0].paths[0])
backend default/web:80 HTTP 10.0.0.1:8080 10.0.0.2:8080

-- diagnostics --
