In a folder of manifests loopback addresses are allowed, and nothing else that a cluster refuses.

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
          - {path: "/", pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: "/port", pathType: Prefix, backend: {service: {name: port, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
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
  - {addresses: [127.0.0.1]}
  - {addresses: [169.254.169.254]}
  - {addresses: [169.254.0.7]}
  - {addresses: [224.0.0.1]}
  - {addresses: [0.0.0.0]}
  - {addresses: [pod.example]}
  - {addresses: []}
  - {addresses: [10.0.0.1]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: web-6
  labels: {kubernetes.io/service-name: web}
addressType: IPv6
ports:
  - {port: 8080}
endpoints:
  - {addresses: ["::ffff:169.254.169.254"]}
  - {addresses: ["::1"]}
  - {addresses: ["fe80::1"]}
  - {addresses: ["fd00:ec2::254"]}
---
apiVersion: v1
kind: Service
metadata:
  name: port
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: port-1
  labels: {kubernetes.io/service-name: port}
addressType: IPv4
ports:
  - {port: 0}
endpoints:
  - {addresses: [10.0.0.2]}

-- table --
host a.example
  Prefix /port → default/port:80 (default/web rules[0].paths[1])
  Prefix / → default/web:80 (default/web rules[0].paths[0])
backend default/port:80 HTTP no-endpoints
backend default/web:80 HTTP 10.0.0.1:8080 127.0.0.1:8080

-- diagnostics --
error EndpointSlice default/port-1 ports[0].port: 0 (expected: 1 to 65535) (InvalidField)
error EndpointSlice default/web-1 endpoints[1].addresses[0]: 169.254.169.254 is a cloud's metadata service (expected: the address of a pod or server) (InvalidField)
error EndpointSlice default/web-1 endpoints[2].addresses[0]: 169.254.0.7 (expected: not a link-local address) (InvalidField)
error EndpointSlice default/web-1 endpoints[3].addresses[0]: 224.0.0.1 (expected: the address of one host) (InvalidField)
error EndpointSlice default/web-1 endpoints[4].addresses[0]: 0.0.0.0 (expected: the address of one host) (InvalidField)
error EndpointSlice default/web-1 endpoints[5].addresses[0]: pod.example (expected: an IP address) (InvalidField)
error EndpointSlice default/web-1 endpoints[6].addresses[0]: null (expected: an IP address) (InvalidField)
error EndpointSlice default/web-6 endpoints[0].addresses[0]: ::ffff:169.254.169.254 is a cloud's metadata service (expected: the address of a pod or server) (InvalidField)
error EndpointSlice default/web-6 endpoints[2].addresses[0]: fe80::1 (expected: not a link-local address) (InvalidField)
error EndpointSlice default/web-6 endpoints[3].addresses[0]: fd00:ec2::254 is a cloud's metadata service (expected: the address of a pod or server) (InvalidField)
warning Ingress default/web spec.rules[0].http.paths[1].backend.service: Service default/port has no endpoint that can take requests at port 80; none of its endpoints is ready (NoEndpoints)

-- requests --
GET http://a.example/ → default/web rules[0].paths[0] → default/web:80
