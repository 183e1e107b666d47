A Service of type ExternalName leads to the addresses of a name, at the port with the number or name that the Ingress
gives: its numeric targetPort if it has one. A Service without ports takes any number, and no name. Addresses are of one
family, IPv4 unless ipFamilies says otherwise. What cannot be resolved answers 503 and says why; nobody has answered
yet for the last but two. The last addresses outlive failures.

-- names --
api.example 10.0.0.2 10.0.0.1 fd00::1
six.example fd00::6
gone.example no-such-name
mail.example no-address
slow.example failing
old.example stale 10.0.0.9

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
          - {path: "/api", pathType: Prefix, backend: {service: {name: api, port: {number: 80}}}}
          - {path: "/named", pathType: Prefix, backend: {service: {name: api, port: {name: https}}}}
          - {path: "/target", pathType: Prefix, backend: {service: {name: api, port: {name: admin}}}}
          - {path: "/six", pathType: Prefix, backend: {service: {name: six, port: {number: 80}}}}
          - {path: "/family", pathType: Prefix, backend: {service: {name: family, port: {number: 80}}}}
          - {path: "/portless", pathType: Prefix, backend: {service: {name: portless, port: {number: 9000}}}}
          - {path: "/portlessname", pathType: Prefix, backend: {service: {name: portless, port: {name: http}}}}
          - {path: "/nosuch", pathType: Prefix, backend: {service: {name: nosuch, port: {number: 80}}}}
          - {path: "/noaddress", pathType: Prefix, backend: {service: {name: noaddress, port: {number: 80}}}}
          - {path: "/failing", pathType: Prefix, backend: {service: {name: failing, port: {number: 80}}}}
          - {path: "/stale", pathType: Prefix, backend: {service: {name: stale, port: {number: 80}}}}
          - {path: "/pending", pathType: Prefix, backend: {service: {name: pending, port: {number: 80}}}}
          - {path: "/port", pathType: Prefix, backend: {service: {name: api, port: {number: 81}}}}
          - {path: "/udp", pathType: Prefix, backend: {service: {name: api, port: {number: 53}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: ExternalName
  externalName: API.example
  ports:
    - {name: http, port: 80}
    - {name: https, port: 443, appProtocol: https}
    - {name: admin, port: 81, targetPort: 8081}
    - {name: dns, port: 53, protocol: UDP}
---
apiVersion: v1
kind: Service
metadata:
  name: six
spec:
  type: ExternalName
  externalName: six.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: family
spec:
  type: ExternalName
  externalName: api.example
  ipFamilies: [IPv6]
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: portless
spec:
  type: ExternalName
  externalName: api.example
---
apiVersion: v1
kind: Service
metadata:
  name: nosuch
spec:
  type: ExternalName
  externalName: gone.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: noaddress
spec:
  type: ExternalName
  externalName: mail.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: failing
spec:
  type: ExternalName
  externalName: slow.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: stale
spec:
  type: ExternalName
  externalName: old.example
  ports:
    - {port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: pending
spec:
  type: ExternalName
  externalName: new.example
  ports:
    - {port: 80}

-- table --
host a.example
  Prefix /portlessname → default/portless:http (default/web rules[0].paths[6])
  Prefix /noaddress → default/noaddress:80 (default/web rules[0].paths[8])
  Prefix /portless → default/portless:9000 (default/web rules[0].paths[5])
  Prefix /failing → default/failing:80 (default/web rules[0].paths[9])
  Prefix /pending → default/pending:80 (default/web rules[0].paths[11])
  Prefix /family → default/family:80 (default/web rules[0].paths[4])
  Prefix /nosuch → default/nosuch:80 (default/web rules[0].paths[7])
  Prefix /target → default/api:admin (default/web rules[0].paths[2])
  Prefix /named → default/api:https (default/web rules[0].paths[1])
  Prefix /stale → default/stale:80 (default/web rules[0].paths[10])
  Prefix /port → default/api:81 (default/web rules[0].paths[12])
  Prefix /api → default/api:80 (default/web rules[0].paths[0])
  Prefix /six → default/six:80 (default/web rules[0].paths[3])
  Prefix /udp → default/api:53 (default/web rules[0].paths[13])
backend default/api:53 HTTP unsupported-backend
backend default/api:80 HTTP 10.0.0.1:80 10.0.0.2:80
backend default/api:81 HTTP 10.0.0.1:8081 10.0.0.2:8081
backend default/api:admin HTTP 10.0.0.1:8081 10.0.0.2:8081
backend default/api:https HTTPS 10.0.0.1:443 10.0.0.2:443
backend default/failing:80 HTTP name-not-resolved
backend default/family:80 HTTP [fd00::1]:80
backend default/noaddress:80 HTTP name-not-resolved
backend default/nosuch:80 HTTP name-not-resolved
backend default/pending:80 HTTP name-not-resolved
backend default/portless:9000 HTTP 10.0.0.1:9000 10.0.0.2:9000
backend default/portless:http HTTP port-not-found
backend default/six:80 HTTP [fd00::6]:80
backend default/stale:80 HTTP 10.0.0.9:80

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[13].backend.service.port: 53 is a UDP port (expected: TCP) (UnsupportedService)
error Ingress default/web spec.rules[0].http.paths[6].backend.service.port: http (expected: a number, as Service default/portless is an ExternalName without ports) (PortNotFound)
error Ingress default/web spec.rules[0].http.paths[7].backend.service.name: Service default/nosuch leads nowhere: its spec.externalName gone.example is no such name (NameNotResolved)
error Ingress default/web spec.rules[0].http.paths[8].backend.service.name: Service default/noaddress leads nowhere: its spec.externalName mail.example is a name without an address (NameNotResolved)
error Ingress default/web spec.rules[0].http.paths[9].backend.service.name: Service default/failing leads nowhere: its spec.externalName slow.example could not be asked for: name server 10.96.0.10 does not answer (NameNotResolved)
error Service default/failing spec.externalName: slow.example could not be asked for: name server 10.96.0.10 does not answer (expected: an answer) (NameNotResolved)
error Service default/noaddress spec.externalName: mail.example is a name without an address (expected: a name with an A or AAAA record) (NameNotResolved)
error Service default/nosuch spec.externalName: gone.example is no such name (expected: a name with an A or AAAA record) (NameNotResolved)
warning Service default/stale spec.externalName: old.example: name server 10.96.0.10 does not answer; its last addresses, of 2030-01-01T00:00:00Z, stay until 2030-01-02T00:00:00Z (expected: an answer) (NameNotResolved)

-- requests --
GET http://a.example/api → default/web rules[0].paths[0] → default/api:80
GET http://a.example/named → default/web rules[0].paths[1] → default/api:https
GET http://a.example/target → default/web rules[0].paths[2] → default/api:admin
GET http://a.example/six → default/web rules[0].paths[3] → default/six:80
GET http://a.example/family → default/web rules[0].paths[4] → default/family:80
GET http://a.example/portless → default/web rules[0].paths[5] → default/portless:9000
GET http://a.example/portlessname → default/web rules[0].paths[6] → 503 port-not-found
GET http://a.example/nosuch → default/web rules[0].paths[7] → 503 name-not-resolved
GET http://a.example/noaddress → default/web rules[0].paths[8] → 503 name-not-resolved
GET http://a.example/failing → default/web rules[0].paths[9] → 503 name-not-resolved
GET http://a.example/stale → default/web rules[0].paths[10] → default/stale:80
GET http://a.example/pending → default/web rules[0].paths[11] → 503 name-not-resolved
GET http://a.example/port → default/web rules[0].paths[12] → default/api:81
GET http://a.example/udp → default/web rules[0].paths[13] → 503 unsupported-backend
