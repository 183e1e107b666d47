Ports that are none.

-- policies --
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {namespace: x, name: p}
spec:
  podSelector: {}
  ingress: [{ports: [{port: 0}, {port: 70000}, {port: Serve_80}, {port: 80, protocol: HTTP}, {port: 80, endPort: 70000}]}]

-- faults --
error NetworkPolicy x/p spec.ingress[0].ports[0].port: 0 (expected: 1 to 65535) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].ports[1].port: 70000 (expected: 1 to 65535) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].ports[2].port: "Serve_80" (expected: a number, or the name of a container's port, as http) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].ports[3].protocol: "HTTP" (expected: TCP, UDP or SCTP) (InvalidField)
error NetworkPolicy x/p spec.ingress[0].ports[4].endPort: 70000 (expected: 1 to 65535) (InvalidField)

-- 80/tcp --
* -> * yes
* -> x/* no
