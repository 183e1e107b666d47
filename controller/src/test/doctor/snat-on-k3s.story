The same on k3s.

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: tidegate}
spec: {controller: tidegate.dev/ingress-controller}
---
apiVersion: v1
kind: Pod
metadata: {namespace: tidegate, name: tidegate-7c9d5-x2x8q, labels: {app.kubernetes.io/name: tidegate, app.kubernetes.io/instance: tidegate, app.kubernetes.io/component: controller}}
spec: {nodeName: n1, containers: [{name: controller, ports: [{name: http, containerPort: 8080}]}]}
status: {podIP: 10.244.0.7}
---
apiVersion: v1
kind: Pod
metadata: {namespace: shop, name: web-0, labels: {app: web}}
spec: {nodeName: n1, containers: [{name: web}]}
status: {podIP: 10.244.0.9}
---
apiVersion: v1
kind: Service
metadata: {namespace: shop, name: web}
spec: {ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {namespace: shop, name: web-1, labels: {kubernetes.io/service-name: web}}
addressType: IPv4
ports: [{name: "", port: 8080, protocol: TCP}]
endpoints: [{addresses: [10.244.0.9], conditions: {ready: true}}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {namespace: shop, name: web}
spec:
  ingressClassName: tidegate
  rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
---
apiVersion: v1
kind: Service
metadata: {namespace: tidegate, name: tidegate}
spec: {type: LoadBalancer, externalTrafficPolicy: Cluster, selector: {app.kubernetes.io/name: tidegate, app.kubernetes.io/instance: tidegate, app.kubernetes.io/component: controller}, ports: [{name: http, port: 80, targetPort: http}]}
status: {loadBalancer: {ingress: [{ip: 192.0.2.7}]}}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {namespace: tidegate, name: tidegate-1, labels: {kubernetes.io/service-name: tidegate}}
addressType: IPv4
ports: [{name: http, port: 8080, protocol: TCP}]
endpoints: [{addresses: [10.244.0.7], conditions: {ready: true}}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {namespace: calico-system, name: calico-node}
spec: {template: {spec: {containers: [{name: calico-node, image: 'quay.io/calico/node:v3.30.2'}]}}}
status: {observedGeneration: 1, desiredNumberScheduled: 1, numberReady: 1}
---
apiVersion: v1
kind: Node
metadata: {name: n1}
spec: {providerID: 'k3s://n1'}
status: {addresses: [{type: InternalIP, address: 172.18.0.2}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {namespace: tidegate, name: tidegate}
spec: {template: {spec: {containers: [{name: controller, image: 'ghcr.io/tidegate/tidegate:0.1.0', args: [run, --publish-service=tidegate/tidegate]}]}}}

-- says --
exit 0
OK    network-plugin: Calico v3.30.2: NetworkPolicy is enforced; there is no policy
      - DaemonSet calico-system/calico-node runs calico-node on 1 of 1 nodes, which enforces policies
OK    policies: pod tidegate/tidegate-7c9d5-x2x8q is let in by every backend of the routes
OK    service: Service tidegate/tidegate leads to 1 ready pod
WARN  client-address: Service tidegate/tidegate is of type LoadBalancer with externalTrafficPolicy Cluster
      It means: The gateway sees addresses of nodes where clients' should be: access logs, allow lists, limits by address, X-Forwarded-For and --network-policy=client all go by the wrong one.
      Do: Set externalTrafficPolicy: Local (chart: controller.service.externalTrafficPolicy); k3s' ServiceLB keeps them then, and needs a pod of ours on each node that clients come to.
OK    classes: IngressClass tidegate is ours, and nobody else's
0 failed, 1 to look at, 4 well
