Hints prefer endpoints for our node, then for our zone, if every ready endpoint has one and at least one is for us; else
all are used. Endpoints that are not ready have no say, and terminating ones are used wherever they are.

-- options --
--node=one
--zone=a

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
          - {path: "/zone", pathType: Prefix, backend: {service: {name: zone, port: {number: 80}}}}
          - {path: "/node", pathType: Prefix, backend: {service: {name: node, port: {number: 80}}}}
          - {path: "/nodeelsewhere", pathType: Prefix, backend: {service: {name: nodeelsewhere, port: {number: 80}}}}
          - {path: "/gap", pathType: Prefix, backend: {service: {name: gap, port: {number: 80}}}}
          - {path: "/elsewhere", pathType: Prefix, backend: {service: {name: elsewhere, port: {number: 80}}}}
          - {path: "/unready", pathType: Prefix, backend: {service: {name: unready, port: {number: 80}}}}
          - {path: "/draining", pathType: Prefix, backend: {service: {name: draining, port: {number: 80}}}}
          - {path: "/slices", pathType: Prefix, backend: {service: {name: slices, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: zone
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: zone-1
  labels: {kubernetes.io/service-name: zone}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.1.1], hints: {forZones: [{name: a}]}}
  - {addresses: [10.0.1.2], hints: {forZones: [{name: b}]}}
  - {addresses: [10.0.1.3], hints: {forZones: [{name: a}, {name: b}]}}
---
apiVersion: v1
kind: Service
metadata:
  name: node
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: node-1
  labels: {kubernetes.io/service-name: node}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.2.1], hints: {forZones: [{name: a}], forNodes: [{name: one}]}}
  - {addresses: [10.0.2.2], hints: {forZones: [{name: a}], forNodes: [{name: two}]}}
---
apiVersion: v1
kind: Service
metadata:
  name: nodeelsewhere
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: nodeelsewhere-1
  labels: {kubernetes.io/service-name: nodeelsewhere}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.3.1], hints: {forZones: [{name: a}], forNodes: [{name: two}]}}
  - {addresses: [10.0.3.2], hints: {forZones: [{name: b}], forNodes: [{name: three}]}}
---
apiVersion: v1
kind: Service
metadata:
  name: gap
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: gap-1
  labels: {kubernetes.io/service-name: gap}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.4.1], hints: {forZones: [{name: a}]}}
  - {addresses: [10.0.4.2]}
---
apiVersion: v1
kind: Service
metadata:
  name: elsewhere
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: elsewhere-1
  labels: {kubernetes.io/service-name: elsewhere}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.5.1], hints: {forZones: [{name: b}]}}
  - {addresses: [10.0.5.2], hints: {forZones: [{name: c}]}}
---
apiVersion: v1
kind: Service
metadata:
  name: unready
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: unready-1
  labels: {kubernetes.io/service-name: unready}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.6.1], hints: {forZones: [{name: a}]}, conditions: {ready: false}}
  - {addresses: [10.0.6.2], hints: {forZones: [{name: b}]}}
  - {addresses: [10.0.6.3], conditions: {ready: false}}
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
  - {addresses: [10.0.7.1], hints: {forZones: [{name: a}]}, conditions: {ready: false, serving: true, terminating: true}}
  - {addresses: [10.0.7.2], hints: {forZones: [{name: b}]}, conditions: {ready: false, serving: true, terminating: true}}
---
apiVersion: v1
kind: Service
metadata:
  name: slices
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: slices-1
  labels: {kubernetes.io/service-name: slices}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.8.1], hints: {forZones: [{name: a}]}}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: slices-2
  labels: {kubernetes.io/service-name: slices}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.8.2], hints: {forZones: [{name: b}]}}

-- table --
host a.example
  Prefix /nodeelsewhere → default/nodeelsewhere:80 (default/web rules[0].paths[2])
  Prefix /elsewhere → default/elsewhere:80 (default/web rules[0].paths[4])
  Prefix /draining → default/draining:80 (default/web rules[0].paths[6])
  Prefix /unready → default/unready:80 (default/web rules[0].paths[5])
  Prefix /slices → default/slices:80 (default/web rules[0].paths[7])
  Prefix /node → default/node:80 (default/web rules[0].paths[1])
  Prefix /zone → default/zone:80 (default/web rules[0].paths[0])
  Prefix /gap → default/gap:80 (default/web rules[0].paths[3])
backend default/draining:80 HTTP 10.0.7.1:8080 10.0.7.2:8080
backend default/elsewhere:80 HTTP 10.0.5.1:8080 10.0.5.2:8080
backend default/gap:80 HTTP 10.0.4.1:8080 10.0.4.2:8080
backend default/node:80 HTTP 10.0.2.1:8080
backend default/nodeelsewhere:80 HTTP 10.0.3.1:8080
backend default/slices:80 HTTP 10.0.8.1:8080
backend default/unready:80 HTTP 10.0.6.2:8080
backend default/zone:80 HTTP 10.0.1.1:8080 10.0.1.3:8080

-- diagnostics --

-- requests --
GET http://a.example/zone → default/web rules[0].paths[0] → default/zone:80
