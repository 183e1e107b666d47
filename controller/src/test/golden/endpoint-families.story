A dual-stack Service is reached by one family: the first of its ipFamilies, or the one that has ready endpoints. Slices
of names are ignored.

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
          - {path: "/four", pathType: Prefix, backend: {service: {name: four, port: {number: 80}}}}
          - {path: "/six", pathType: Prefix, backend: {service: {name: six, port: {number: 80}}}}
          - {path: "/onlysix", pathType: Prefix, backend: {service: {name: onlysix, port: {number: 80}}}}
          - {path: "/names", pathType: Prefix, backend: {service: {name: names, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: four
spec:
  ipFamilies: [IPv4, IPv6]
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: four-4
  labels: {kubernetes.io/service-name: four}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.0.1]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: four-6
  labels: {kubernetes.io/service-name: four}
addressType: IPv6
ports:
  - {port: 8080}
endpoints:
  - {addresses: ["fd00::1"]}
---
apiVersion: v1
kind: Service
metadata:
  name: six
spec:
  ipFamilies: [IPv6, IPv4]
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: six-4
  labels: {kubernetes.io/service-name: six}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.0.1]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: six-6
  labels: {kubernetes.io/service-name: six}
addressType: IPv6
ports:
  - {port: 8080}
endpoints:
  - {addresses: ["fd00::1"]}
---
apiVersion: v1
kind: Service
metadata:
  name: onlysix
spec:
  ipFamilies: [IPv4, IPv6]
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: onlysix-4
  labels: {kubernetes.io/service-name: onlysix}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.0.1], conditions: {ready: false}}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: onlysix-6
  labels: {kubernetes.io/service-name: onlysix}
addressType: IPv6
ports:
  - {port: 8080}
endpoints:
  - {addresses: ["fd00::2"]}
  - {addresses: ["FD00:0::2"]}
---
apiVersion: v1
kind: Service
metadata:
  name: names
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: names-1
  labels: {kubernetes.io/service-name: names}
addressType: FQDN
ports:
  - {port: 8080}
endpoints:
  - {addresses: [elsewhere.example]}

-- table --
host a.example
  Prefix /onlysix → default/onlysix:80 (default/web rules[0].paths[2])
  Prefix /names → default/names:80 (default/web rules[0].paths[3])
  Prefix /four → default/four:80 (default/web rules[0].paths[0])
  Prefix /six → default/six:80 (default/web rules[0].paths[1])
backend default/four:80 HTTP 10.0.0.1:8080
backend default/names:80 HTTP no-endpoints
backend default/onlysix:80 HTTP [fd00:0::2]:8080
backend default/six:80 HTTP [fd00::1]:8080

-- diagnostics --
warning Ingress default/web spec.rules[0].http.paths[3].backend.service: Service default/names has no endpoint that can take requests at port 80; none of its endpoints is ready (NoEndpoints)

-- requests --
GET http://a.example/four → default/web rules[0].paths[0] → default/four:80
GET http://a.example/six → default/web rules[0].paths[1] → default/six:80
GET http://a.example/onlysix → default/web rules[0].paths[2] → default/onlysix:80
GET http://a.example/names → default/web rules[0].paths[3] → 503 no-endpoints
