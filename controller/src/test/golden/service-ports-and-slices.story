Two Service ports with one target are two backends with the same endpoint; of two ports with one number the TCP one is
meant; a port without a name and one with an empty name are equal; a port without a number is none. A named targetPort
may have a number of its own in each slice, and a slice without it has no endpoint for it.

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
          - {path: "/shared", pathType: Prefix, backend: {service: {name: shared, port: {number: 80}}}}
          - {path: "/alike", pathType: Prefix, backend: {service: {name: shared, port: {number: 81}}}}
          - {path: "/dns", pathType: Prefix, backend: {service: {name: dns, port: {number: 53}}}}
          - {path: "/dnsname", pathType: Prefix, backend: {service: {name: dns, port: {name: dns-tcp}}}}
          - {path: "/unnamed", pathType: Prefix, backend: {service: {name: unnamed, port: {number: 80}}}}
          - {path: "/null", pathType: Prefix, backend: {service: {name: nulls, port: {number: 80}}}}
          - {path: "/digit", pathType: Prefix, backend: {service: {name: 1web, port: {number: 80}}}}
          - {path: "/moving", pathType: Prefix, backend: {service: {name: moving, port: {name: http}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: shared
spec:
  ports:
    - {name: a, port: 80, targetPort: 8080}
    - {name: b, port: 81, targetPort: 8080}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: shared-1
  labels: {kubernetes.io/service-name: shared}
addressType: IPv4
ports:
  - {name: a, port: 8080}
  - {name: b, port: 8080}
endpoints:
  - {addresses: [10.0.1.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  ports:
    - {name: dns, port: 53, protocol: UDP}
    - {name: dns-tcp, port: 53, protocol: TCP}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: dns-1
  labels: {kubernetes.io/service-name: dns}
addressType: IPv4
ports:
  - {name: dns, port: 5353, protocol: UDP}
  - {name: dns-tcp, port: 5353, protocol: TCP}
endpoints:
  - {addresses: [10.0.2.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: unnamed
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: unnamed-1
  labels: {kubernetes.io/service-name: unnamed}
addressType: IPv4
ports:
  - {name: "", port: 8080}
endpoints:
  - {addresses: [10.0.3.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: nulls
spec:
  ports:
    - {name: "", port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: nulls-1
  labels: {kubernetes.io/service-name: nulls}
addressType: IPv4
ports:
  - {port: null}
  - {port: 8080}
endpoints:
  - {addresses: [10.0.4.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: 1web
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: 1web-1
  labels: {kubernetes.io/service-name: 1web}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.5.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: moving
spec:
  ports:
    - {name: http, port: 80, targetPort: web}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: moving-1
  labels: {kubernetes.io/service-name: moving}
addressType: IPv4
ports:
  - {name: http, port: 8080}
endpoints:
  - {addresses: [10.0.6.1]}
  - {addresses: [10.0.6.2]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: moving-2
  labels: {kubernetes.io/service-name: moving}
addressType: IPv4
ports:
  - {name: http, port: 8081}
endpoints:
  - {addresses: [10.0.6.3]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: moving-3
  labels: {kubernetes.io/service-name: moving}
addressType: IPv4
ports:
  - {name: other, port: 8082}
endpoints:
  - {addresses: [10.0.6.4]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: moving-4
  labels: {kubernetes.io/service-name: moving}
addressType: IPv4
ports: []
endpoints:
  - {addresses: [10.0.6.5]}

-- table --
host a.example
  Prefix /dnsname → default/dns:dns-tcp (default/web rules[0].paths[3])
  Prefix /unnamed → default/unnamed:80 (default/web rules[0].paths[4])
  Prefix /moving → default/moving:http (default/web rules[0].paths[7])
  Prefix /shared → default/shared:80 (default/web rules[0].paths[0])
  Prefix /alike → default/shared:81 (default/web rules[0].paths[1])
  Prefix /digit → default/1web:80 (default/web rules[0].paths[6])
  Prefix /null → default/nulls:80 (default/web rules[0].paths[5])
  Prefix /dns → default/dns:53 (default/web rules[0].paths[2])
backend default/1web:80 HTTP 10.0.5.1:8080
backend default/dns:53 HTTP 10.0.2.1:5353
backend default/dns:dns-tcp HTTP 10.0.2.1:5353
backend default/moving:http HTTP 10.0.6.1:8080 10.0.6.2:8080 10.0.6.3:8081
backend default/nulls:80 HTTP 10.0.4.1:8080
backend default/shared:80 HTTP 10.0.1.1:8080
backend default/shared:81 HTTP 10.0.1.1:8080
backend default/unnamed:80 HTTP 10.0.3.1:8080

-- diagnostics --

-- requests --
GET http://a.example/shared → default/web rules[0].paths[0] → default/shared:80
GET http://a.example/alike → default/web rules[0].paths[1] → default/shared:81
GET http://a.example/dns → default/web rules[0].paths[2] → default/dns:53
GET http://a.example/dnsname → default/web rules[0].paths[3] → default/dns:dns-tcp
GET http://a.example/unnamed → default/web rules[0].paths[4] → default/unnamed:80
GET http://a.example/null → default/web rules[0].paths[5] → default/nulls:80
GET http://a.example/digit → default/web rules[0].paths[6] → default/1web:80
GET http://a.example/moving → default/web rules[0].paths[7] → default/moving:http
