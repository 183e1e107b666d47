The same policy where it is enforced: the route is dead.

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
spec: {type: LoadBalancer, externalTrafficPolicy: Local, selector: {app.kubernetes.io/name: tidegate, app.kubernetes.io/instance: tidegate, app.kubernetes.io/component: controller}, ports: [{name: http, port: 80, targetPort: http}]}
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
spec: {providerID: ''}
status: {addresses: [{type: InternalIP, address: 172.18.0.2}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: shop, name: deny-all}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {namespace: tidegate, name: tidegate}
spec: {template: {spec: {containers: [{name: controller, image: 'ghcr.io/tidegate/tidegate:0.1.0', args: [run, --publish-service=tidegate/tidegate]}]}}}

-- says --
exit 1
OK    network-plugin: Calico v3.30.2: NetworkPolicy is enforced; the one policy here is in effect
      - DaemonSet calico-system/calico-node runs calico-node on 1 of 1 nodes, which enforces policies
FAIL  policies: 1 of 1 backends deny the gateway, pod tidegate/tidegate-7c9d5-x2x8q
      - Service shop/web, port 80: ingress of pod shop/web-0: NetworkPolicy shop/deny-all isolates it, and no rule allows pod tidegate/tidegate-7c9d5-x2x8q on TCP 8080
      It means: The network plug-in drops the gateway's packets without a word: clients wait, and get 504 (connect-timeout).
      Do: `./tidegate policy suggest --service NAMESPACE/NAME` prints the smallest policy that lets the gateway in (docs/policy.md).
OK    service: Service tidegate/tidegate leads to 1 ready pod
OK    client-address: Service tidegate/tidegate keeps clients' addresses: externalTrafficPolicy is Local
OK    classes: IngressClass tidegate is ours, and nobody else's
1 failed, 0 to look at, 4 well
