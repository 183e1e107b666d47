ClusterIP, headless, NodePort and LoadBalancer are one to a gateway that dials pods: their slices are what counts, also
those that somebody wrote by hand. A headless Service without ports has no port to name. With publishNotReadyAddresses
the slices say ready, and that is followed.

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
          - {path: "/clusterip", pathType: Prefix, backend: {service: {name: clusterip, port: {number: 80}}}}
          - {path: "/headless", pathType: Prefix, backend: {service: {name: headless, port: {number: 80}}}}
          - {path: "/nodeport", pathType: Prefix, backend: {service: {name: nodeport, port: {number: 80}}}}
          - {path: "/loadbalancer", pathType: Prefix, backend: {service: {name: loadbalancer, port: {number: 80}}}}
          - {path: "/byhand", pathType: Prefix, backend: {service: {name: byhand, port: {number: 80}}}}
          - {path: "/portless", pathType: Prefix, backend: {service: {name: portless, port: {number: 80}}}}
          - {path: "/notready", pathType: Prefix, backend: {service: {name: notready, port: {number: 80}}}}
---
apiVersion: v1
kind: Service
metadata:
  name: clusterip
spec:
  type: ClusterIP
  clusterIP: 10.96.0.2
  selector: {app: web}
  ports:
    - {port: 80, targetPort: 8080}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: clusterip-1
  labels: {kubernetes.io/service-name: clusterip}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.1.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: headless
spec:
  clusterIP: None
  selector: {app: web}
  ports:
    - {port: 80, targetPort: 8080}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: headless-1
  labels: {kubernetes.io/service-name: headless}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.2.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: nodeport
spec:
  type: NodePort
  externalTrafficPolicy: Local
  sessionAffinity: ClientIP
  ports:
    - {port: 80, nodePort: 30080}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: nodeport-1
  labels: {kubernetes.io/service-name: nodeport}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.3.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: loadbalancer
spec:
  type: LoadBalancer
  externalIPs: [203.0.113.1]
  ports:
    - {port: 80, nodePort: 30081}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: loadbalancer-1
  labels: {kubernetes.io/service-name: loadbalancer}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.4.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: byhand
spec:
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: byhand-abc
  labels: {kubernetes.io/service-name: byhand}
addressType: IPv4
ports:
  - {port: 9376}
endpoints:
  - {addresses: [192.0.2.42]}
---
apiVersion: v1
kind: Service
metadata:
  name: portless
spec:
  clusterIP: None
  selector: {app: web}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: portless-1
  labels: {kubernetes.io/service-name: portless}
addressType: IPv4
ports: []
endpoints:
  - {addresses: [10.0.6.1]}
---
apiVersion: v1
kind: Service
metadata:
  name: notready
spec:
  publishNotReadyAddresses: true
  ports:
    - {port: 80}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: notready-1
  labels: {kubernetes.io/service-name: notready}
addressType: IPv4
ports:
  - {port: 8080}
endpoints:
  - {addresses: [10.0.7.1], conditions: {ready: true, serving: false, terminating: true}}
  - {addresses: [10.0.7.2], conditions: {ready: true, serving: false}}

-- table --
host a.example
  Prefix /loadbalancer → default/loadbalancer:80 (default/web rules[0].paths[3])
  Prefix /clusterip → default/clusterip:80 (default/web rules[0].paths[0])
  Prefix /headless → default/headless:80 (default/web rules[0].paths[1])
  Prefix /nodeport → default/nodeport:80 (default/web rules[0].paths[2])
  Prefix /notready → default/notready:80 (default/web rules[0].paths[6])
  Prefix /portless → default/portless:80 (default/web rules[0].paths[5])
  Prefix /byhand → default/byhand:80 (default/web rules[0].paths[4])
backend default/byhand:80 HTTP 192.0.2.42:9376
backend default/clusterip:80 HTTP 10.0.1.1:8080
backend default/headless:80 HTTP 10.0.2.1:8080
backend default/loadbalancer:80 HTTP 10.0.4.1:8080
backend default/nodeport:80 HTTP 10.0.3.1:8080
backend default/notready:80 HTTP 10.0.7.1:8080 10.0.7.2:8080
backend default/portless:80 HTTP port-not-found

-- diagnostics --
error Ingress default/web spec.rules[0].http.paths[5].backend.service.port: 80 (expected: a port of Service default/portless: it has none) (PortNotFound)

-- requests --
GET http://a.example/clusterip → default/web rules[0].paths[0] → default/clusterip:80
GET http://a.example/headless → default/web rules[0].paths[1] → default/headless:80
GET http://a.example/nodeport → default/web rules[0].paths[2] → default/nodeport:80
GET http://a.example/loadbalancer → default/web rules[0].paths[3] → default/loadbalancer:80
GET http://a.example/byhand → default/web rules[0].paths[4] → default/byhand:80
GET http://a.example/portless → default/web rules[0].paths[5] → 503 port-not-found
GET http://a.example/notready → default/web rules[0].paths[6] → default/notready:80
