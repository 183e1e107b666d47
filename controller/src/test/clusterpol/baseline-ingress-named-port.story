Baseline tier, ingress: a port by its name on the destination.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: named}
spec:
  tier: Baseline
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: accept-web
    action: Accept
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
    protocols: [{destinationNamedPort: web}]
  - name: deny-ravenclaw
    action: Deny
    from:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}

-- faults --


-- 80/tcp --
* -> * yes

-- 8080/tcp --
* -> * yes
ravenclaw/* -> gryffindor/* no

-- 80/udp --
* -> * yes
ravenclaw/* -> gryffindor/* no
