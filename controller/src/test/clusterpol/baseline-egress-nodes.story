Baseline tier, nodes by their labels; a pod's own node is always reached.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: nodes}
spec:
  tier: Baseline
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: accept-node
    action: Accept
    to:
    - nodes: {matchLabels: {kubernetes.io/hostname: node-1}}
  - name: deny-nodes
    action: Deny
    to:
    - nodes: {}

-- faults --


-- 80/tcp --
* -> * yes
gryffindor/harry-potter-0 -> 192.168.0.2 no
gryffindor/harry-potter-1 -> 192.168.0.2 yes
gryffindor/harry-potter-0 -> 192.168.0.1 yes
gryffindor/harry-potter-1 -> 192.168.0.1 yes

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: nodes}
spec:
  tier: Baseline
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: deny-nodes
    action: Deny
    to:
    - nodes: {}
  - name: accept-node
    action: Accept
    to:
    - nodes: {matchLabels: {kubernetes.io/hostname: node-1}}

-- 80/tcp --
* -> * yes
gryffindor/harry-potter-1 -> 192.168.0.1 no
gryffindor/harry-potter-0 -> 192.168.0.2 no
gryffindor/harry-potter-0 -> 192.168.0.1 yes
