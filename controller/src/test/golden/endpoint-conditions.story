New requests go to every ready endpoint; if there is none, to those that serve while they terminate; else to nobody.
An absent condition means ready, serving and not terminating. Two Service ports with one target are two backends; an
endpoint in two slices counts once, and is ready if one of them says so.

-- manifests --
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: tidegate
  rules:
    - host: "a.example"
      http:
        paths:
          - {path: "/ready", pathType: Prefix, backend: {service: {name: ready, port: {number: 80}}}}
          - {path: "/draining", pathType: Prefix, backend: {service: {name: draining, port: {number: 80}}}}
          - {path: "/dead", pathType: Prefix, backend: {service: {name: dead, port: {number: 80}}}}
          - {path: "/twice", pathType: Prefix, backend: {service: {name: twice, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: ready
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: ready-1
  labels: {kubernetes.io/service-name: ready}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.1.3]}
  - {addresses: [10.0.1.1, 10.0.1.9], conditions: {ready: true}}
  - {addresses: [10.0.1.2], conditions: {ready: false, serving: true, terminating: true}}
  - {addresses: [10.0.1.4], conditions: {ready: false}}
---
apiVersion: v1
kind: Service
metadata:
  name: draining
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: draining-1
  labels: {kubernetes.io/service-name: draining}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.2.1], conditions: {ready: false, serving: true, terminating: true}}
  - {addresses: [10.0.2.2], conditions: {ready: false, terminating: true}}
  - {addresses: [10.0.2.3], conditions: {ready: false, serving: false, terminating: true}}
  - {addresses: [10.0.2.4], conditions: {ready: false, serving: true}}
---
apiVersion: v1
kind: Service
metadata:
  name: dead
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: dead-1
  labels: {kubernetes.io/service-name: dead}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.3.1], conditions: {ready: false, serving: false}}
---
apiVersion: v1
kind: Service
metadata:
  name: twice
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: twice-1
  labels: {kubernetes.io/service-name: twice}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.4.1], conditions: {ready: false}}
  - {addresses: [10.0.4.2]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: twice-2
  labels: {kubernetes.io/service-name: twice}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.4.1]}
  - {addresses: [10.0.4.2]}

-- table --
host a.example
  Prefix /draining → default/draining:80 (default/web rules[0].paths[1])
  Prefix /ready → default/ready:80 (default/web rules[0].paths[0])
  Prefix /twice → default/twice:80 (default/web rules[0].paths[3])
  Prefix /dead → default/dead:80 (default/web rules[0].paths[2])
backend default/dead:80 HTTP no-endpoints
backend default/draining:80 HTTP 10.0.2.1:8080 10.0.2.2:8080
backend default/ready:80 HTTP 10.0.1.1:8080 10.0.1.3:8080
backend default/twice:80 HTTP 10.0.4.1:8080 10.0.4.2:8080

-- diagnostics --
warning Ingress default/web spec.rules[0].http.paths[2].backend.service: Service default/dead has no endpoint that can take requests at port 80; none of its endpoints is ready (NoEndpoints)

-- requests --
GET http://a.example/ready → default/web rules[0].paths[0] → default/ready:80
GET http://a.example/draining → default/web rules[0].paths[1] → default/draining:80
GET http://a.example/dead → default/web rules[0].paths[2] → 503 no-endpoints
GET http://a.example/twice → default/web rules[0].paths[3] → default/twice:80
