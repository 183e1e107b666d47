The port of a backend is the Service's port, by number or name, and never its targetPort. From there the port's name
leads to the slices, each of which has a number of its own; a slice without that port gets no traffic for it.

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
          - {path: "/number", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/name", pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
          - {path: "/metrics", pathType: Prefix, backend: {service: {name: web, port: {name: metrics}}}}
          - {path: "/target", pathType: Prefix, backend: {service: {name: web, port: {number: 8080}}}}
          - {path: "/nowhere", pathType: Prefix, backend: {service: {name: web, port: {name: nowhere}}}}
          - {path: "/missing", pathType: Prefix, backend: {service: {name: missing, port: {number: 80}}}}
          - {path: "/empty", pathType: Prefix, backend: {service: {name: empty, port: {number: 80}}}}
          - {path: "/udp", pathType: Prefix, backend: {service: {name: web, port: {number: 53}}}}
          - {path: "/external", pathType: Prefix, backend: {service: {name: external, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - {name: http, port: 80, targetPort: http}
    - {name: metrics, port: 9090, targetPort: 9000}
    - {name: dns, port: 53, protocol: UDP}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-1
  labels: {kubernetes.io/service-name: web}
addressType: IPv4
ports:
  - {name: http, port: 8080, protocol: TCP}
  - {name: metrics, port: 9000}
endpoints:
  - {addresses: [10.0.0.1]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-2
  labels: {kubernetes.io/service-name: web}
addressType: IPv4
ports:
  - {name: http, port: 8081}
endpoints:
  - {addresses: [10.0.0.2]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-3
  labels: {kubernetes.io/service-name: web}
addressType: IPv4
ports:
  - {name: http, port: 8080, protocol: UDP}
endpoints:
  - {addresses: [10.0.0.3]}
---
apiVersion: v1
kind: Service
metadata:
  name: empty
spec:
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: external
spec:
  type: ExternalName
  externalName: elsewhere.example
  ports:
    - {port: 80}

-- table --
host a.example
  Prefix /external → default/external:80 (default/web rules[0].paths[8])
  Prefix /metrics → default/web:metrics (default/web rules[0].paths[2])
  Prefix /missing → default/missing:80 (default/web rules[0].paths[5])
  Prefix /nowhere → default/web:nowhere (default/web rules[0].paths[4])
  Prefix /number → default/web:80 (default/web rules[0].paths[0])
  Prefix /target → default/web:8080 (default/web rules[0].paths[3])
  Prefix /empty → default/empty:80 (default/web rules[0].paths[6])
  Prefix /name → default/web:http (default/web rules[0].paths[1])
  Prefix /udp → default/web:53 (default/web rules[0].paths[7])
backend default/empty:80 HTTP no-endpoints
backend default/external:80 HTTP name-not-resolved
backend default/missing:80 HTTP service-not-found
backend default/web:53 HTTP unsupported-backend
backend default/web:80 HTTP 10.0.0.1:8080 10.0.0.2:8081
backend default/web:8080 HTTP port-not-found
backend default/web:http HTTP 10.0.0.1:8080 10.0.0.2:8081
backend default/web:metrics HTTP 10.0.0.1:9000
backend default/web:nowhere HTTP port-not-found

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[3].backend.service.port: 8080 (expected: a port of Service default/web: 80 (http), 9090 (metrics), 53 (dns)) (PortNotFound)
error Ingress default/web spec.rules[0].http.paths[4].backend.service.port: nowhere (expected: a port of Service default/web: 80 (http), 9090 (metrics), 53 (dns)) (PortNotFound)
error Ingress default/web spec.rules[0].http.paths[5].backend.service.name: Service default/missing not found (ServiceNotFound)
warning Ingress default/web spec.rules[0].http.paths[6].backend.service: Service default/empty has no endpoint that can take requests at port 80; it has no EndpointSlice (expected: pods that its selector selects, or slices with the label kubernetes.io/service-name) (NoEndpoints)
error Ingress default/web spec.rules[0].http.paths[7].backend.service.port: 53 is a UDP port (expected: TCP) (UnsupportedService)

-- requests --
GET http://a.example/number → default/web rules[0].paths[0] → default/web:80
GET http://a.example/name → default/web rules[0].paths[1] → default/web:http
GET http://a.example/metrics → default/web rules[0].paths[2] → default/web:metrics
GET http://a.example/target → default/web rules[0].paths[3] → 503 port-not-found
GET http://a.example/nowhere → default/web rules[0].paths[4] → 503 port-not-found
GET http://a.example/missing → default/web rules[0].paths[5] → 503 service-not-found
GET http://a.example/empty → default/web rules[0].paths[6] → 503 no-endpoints
GET http://a.example/udp → default/web rules[0].paths[7] → 503 unsupported-backend
GET http://a.example/external → default/web rules[0].paths[8] → 503 name-not-resolved
