In a folder of manifests loopback addresses are allowed, and nothing else that a cluster refuses.

-- names --
mixed.example 10.0.0.1 127.0.0.1 fe80::1
rebound.example 127.0.0.1 ::1
link.example 169.254.1.1 fe80::1
mapped.example ::ffff:127.0.0.1 ::127.0.0.1
nat64.example 64:ff9b::a9fe:a9fe
sixtofour.example 2002:7f00:1::
zero.example 0.0.0.0 0.1.2.3 224.0.0.1 255.255.255.255 :: ff02::1
api.example 10.96.0.1
master.example 192.0.2.1
web.shop.svc.cluster.local. 10.96.7.7

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
          - {path: "/mixed", pathType: Prefix, backend: {service: {name: mixed, port: {number: 80}}}}
          - {path: "/loopback", pathType: Prefix, backend: {service: {name: loopback, port: {number: 80}}}}
          - {path: "/localhost", pathType: Prefix, backend: {service: {name: localhost, port: {number: 80}}}}
          - {path: "/literal", pathType: Prefix, backend: {service: {name: literal, port: {number: 80}}}}
          - {path: "/metadata", pathType: Prefix, backend: {service: {name: metadata, port: {number: 80}}}}
          - {path: "/linklocal", pathType: Prefix, backend: {service: {name: linklocal, port: {number: 80}}}}
          - {path: "/mapped", pathType: Prefix, backend: {service: {name: mapped, port: {number: 80}}}}
          - {path: "/nat64", pathType: Prefix, backend: {service: {name: nat64, port: {number: 80}}}}
          - {path: "/sixtofour", pathType: Prefix, backend: {service: {name: sixtofour, port: {number: 80}}}}
          - {path: "/zero", pathType: Prefix, backend: {service: {name: zero, port: {number: 80}}}}
          - {path: "/apiserver", pathType: Prefix, backend: {service: {name: apiserver, port: {number: 443}}}}
          - {path: "/apiaddress", pathType: Prefix, backend: {service: {name: apiaddress, port: {number: 443}}}}
          - {path: "/apipod", pathType: Prefix, backend: {service: {name: apipod, port: {number: 443}}}}
          - {path: "/number", pathType: Prefix, backend: {service: {name: number, port: {number: 80}}}}
          - {path: "/empty", pathType: Prefix, backend: {service: {name: empty, port: {number: 80}}}}
          - {path: "/underscore", pathType: Prefix, backend: {service: {name: underscore, port: {number: 80}}}}
          - {path: "/service", pathType: Prefix, backend: {service: {name: service, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: mixed
spec:
  type: ExternalName
  externalName: mixed.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: loopback
spec:
  type: ExternalName
  externalName: rebound.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: localhost
spec:
  type: ExternalName
  externalName: localhost
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: literal
spec:
  type: ExternalName
  externalName: "10.1.2.3"
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: metadata
spec:
  type: ExternalName
  externalName: "169.254.169.254"
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: linklocal
spec:
  type: ExternalName
  externalName: link.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: mapped
spec:
  type: ExternalName
  externalName: mapped.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: nat64
spec:
  type: ExternalName
  externalName: nat64.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: sixtofour
spec:
  type: ExternalName
  externalName: sixtofour.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: zero
spec:
  type: ExternalName
  externalName: zero.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: apiserver
spec:
  type: ExternalName
  externalName: kubernetes.default.svc.cluster.local
  ports:
    - {port: 443}
---
apiVersion: v1
kind: Service
metadata:
  name: apiaddress
spec:
  type: ExternalName
  externalName: api.example
  ports:
    - {port: 443}
---
apiVersion: v1
kind: Service
metadata:
  name: apipod
spec:
  type: ExternalName
  externalName: master.example
  ports:
    - {port: 443}
---
apiVersion: v1
kind: Service
metadata:
  name: number
spec:
  type: ExternalName
  externalName: "10.1"
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: empty
spec:
  type: ExternalName
  externalName: ""
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: underscore
spec:
  type: ExternalName
  externalName: a_b.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: service
spec:
  type: ExternalName
  externalName: web.shop.svc.cluster.local.
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: kubernetes
spec:
  clusterIP: 10.96.0.1
  clusterIPs: [10.96.0.1]
  ports:
    - {name: https, port: 443}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: kubernetes
  labels: {kubernetes.io/service-name: kubernetes}
addressType: IPv4
ports:
  - {name: https, port: 6443}
endpoints:
  - {addresses: [192.0.2.1]}

-- table --
host a.example
  Prefix /apiaddress → default/apiaddress:443 (default/web rules[0].paths[11])
  Prefix /underscore → default/underscore:80 (default/web rules[0].paths[15])
  Prefix /apiserver → default/apiserver:443 (default/web rules[0].paths[10])
  Prefix /linklocal → default/linklocal:80 (default/web rules[0].paths[5])
  Prefix /localhost → default/localhost:80 (default/web rules[0].paths[2])
  Prefix /sixtofour → default/sixtofour:80 (default/web rules[0].paths[8])
  Prefix /loopback → default/loopback:80 (default/web rules[0].paths[1])
  Prefix /metadata → default/metadata:80 (default/web rules[0].paths[4])
  Prefix /literal → default/literal:80 (default/web rules[0].paths[3])
  Prefix /service → default/service:80 (default/web rules[0].paths[16])
  Prefix /apipod → default/apipod:443 (default/web rules[0].paths[12])
  Prefix /mapped → default/mapped:80 (default/web rules[0].paths[6])
  Prefix /number → default/number:80 (default/web rules[0].paths[13])
  Prefix /empty → default/empty:80 (default/web rules[0].paths[14])
  Prefix /mixed → default/mixed:80 (default/web rules[0].paths[0])
  Prefix /nat64 → default/nat64:80 (default/web rules[0].paths[7])
  Prefix /zero → default/zero:80 (default/web rules[0].paths[9])
backend default/apiaddress:443 HTTP forbidden-address
backend default/apipod:443 HTTP forbidden-address
backend default/apiserver:443 HTTP forbidden-address
backend default/empty:80 HTTP name-not-resolved
backend default/linklocal:80 HTTP forbidden-address
backend default/literal:80 HTTP 10.1.2.3:80
backend default/localhost:80 HTTP 127.0.0.1:80
backend default/loopback:80 HTTP 127.0.0.1:80
backend default/mapped:80 HTTP 127.0.0.1:80
backend default/metadata:80 HTTP forbidden-address
backend default/mixed:80 HTTP 10.0.0.1:80 127.0.0.1:80
backend default/nat64:80 HTTP forbidden-address
backend default/number:80 HTTP name-not-resolved
backend default/service:80 HTTP 10.96.7.7:80
backend default/sixtofour:80 HTTP [2002:7f00:1::]:80
backend default/underscore:80 HTTP name-not-resolved
backend default/zero:80 HTTP forbidden-address

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[10].backend.service.name: Service default/apiserver leads nowhere: its spec.externalName kubernetes.default.svc.cluster.local is the Kubernetes API server (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[11].backend.service.name: Service default/apiaddress leads nowhere: its spec.externalName api.example leads only to addresses that no backend may have (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[12].backend.service.name: Service default/apipod leads nowhere: its spec.externalName master.example leads only to addresses that no backend may have (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[13].backend.service.name: Service default/number leads nowhere: its spec.externalName 10.1 is no name (InvalidField)
error Ingress default/web spec.rules[0].http.paths[14].backend.service.name: Service default/empty leads nowhere: its spec.externalName none is no name (InvalidField)
error Ingress default/web spec.rules[0].http.paths[15].backend.service.name: Service default/underscore leads nowhere: its spec.externalName a_b.example is no name (InvalidField)
error Ingress default/web spec.rules[0].http.paths[4].backend.service.name: Service default/metadata leads nowhere: its spec.externalName 169.254.169.254 leads only to addresses that no backend may have (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[5].backend.service.name: Service default/linklocal leads nowhere: its spec.externalName link.example leads only to addresses that no backend may have (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[7].backend.service.name: Service default/nat64 leads nowhere: its spec.externalName nat64.example leads only to addresses that no backend may have (ForbiddenAddress)
error Ingress default/web spec.rules[0].http.paths[9].backend.service.name: Service default/zero leads nowhere: its spec.externalName zero.example leads only to addresses that no backend may have (ForbiddenAddress)
error Service default/apiaddress spec.externalName: api.example: 10.96.0.1 is the Kubernetes API server (expected: the address of another server) (ForbiddenAddress)
error Service default/apipod spec.externalName: master.example: 192.0.2.1 is the Kubernetes API server (expected: the address of another server) (ForbiddenAddress)
error Service default/apiserver spec.externalName: kubernetes.default.svc.cluster.local is the Kubernetes API server (expected: another name) (ForbiddenAddress)
error Service default/empty spec.externalName: none is no name (expected: a DNS name or an IP address) (InvalidField)
error Service default/linklocal spec.externalName: link.example: 169.254.1.1 (expected: not a link-local address) (ForbiddenAddress)
error Service default/linklocal spec.externalName: link.example: fe80::1 (expected: not a link-local address) (ForbiddenAddress)
error Service default/metadata spec.externalName: 169.254.169.254: 169.254.169.254 is a cloud's metadata service (expected: the address of a pod or server) (ForbiddenAddress)
error Service default/mixed spec.externalName: mixed.example: fe80::1 (expected: not a link-local address) (ForbiddenAddress)
error Service default/nat64 spec.externalName: nat64.example: 64:ff9b::a9fe:a9fe is a cloud's metadata service (expected: the address of a pod or server) (ForbiddenAddress)
error Service default/number spec.externalName: 10.1 is no name (expected: a DNS name or an IP address) (InvalidField)
error Service default/underscore spec.externalName: a_b.example is no name (expected: a DNS name or an IP address) (InvalidField)
error Service default/zero spec.externalName: zero.example: 0.0.0.0 (expected: the address of one host) (ForbiddenAddress)
error Service default/zero spec.externalName: zero.example: 0.1.2.3 (expected: the address of one host) (ForbiddenAddress)
error Service default/zero spec.externalName: zero.example: 224.0.0.1 (expected: the address of one host) (ForbiddenAddress)
error Service default/zero spec.externalName: zero.example: 255.255.255.255 (expected: the address of one host) (ForbiddenAddress)
error Service default/zero spec.externalName: zero.example: :: (expected: the address of one host) (ForbiddenAddress)
error Service default/zero spec.externalName: zero.example: ff02::1 (expected: the address of one host) (ForbiddenAddress)

-- requests --
GET http://a.example/mixed → default/web rules[0].paths[0] → default/mixed:80
GET http://a.example/loopback → default/web rules[0].paths[1] → default/loopback:80
GET http://a.example/localhost → default/web rules[0].paths[2] → default/localhost:80
GET http://a.example/literal → default/web rules[0].paths[3] → default/literal:80
GET http://a.example/metadata → default/web rules[0].paths[4] → 503 forbidden-address
GET http://a.example/linklocal → default/web rules[0].paths[5] → 503 forbidden-address
GET http://a.example/mapped → default/web rules[0].paths[6] → default/mapped:80
GET http://a.example/nat64 → default/web rules[0].paths[7] → 503 forbidden-address
GET http://a.example/sixtofour → default/web rules[0].paths[8] → default/sixtofour:80
GET http://a.example/zero → default/web rules[0].paths[9] → 503 forbidden-address
GET http://a.example/apiserver → default/web rules[0].paths[10] → 503 forbidden-address
GET http://a.example/apiaddress → default/web rules[0].paths[11] → 503 forbidden-address
GET http://a.example/apipod → default/web rules[0].paths[12] → 503 forbidden-address
GET http://a.example/number → default/web rules[0].paths[13] → 503 name-not-resolved
GET http://a.example/empty → default/web rules[0].paths[14] → 503 name-not-resolved
GET http://a.example/underscore → default/web rules[0].paths[15] → 503 name-not-resolved
GET http://a.example/service → default/web rules[0].paths[16] → default/service:80
