A peer of a sort that is not known: a rule that accepts takes nothing, any other denies everything.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-tomorrow
    action: Accept
    from:
    - {}

-- faults --
error ClusterNetworkPolicy p spec.ingress[0].from[0]: no peer that is known (expected: namespaces or pods) (InvalidField)

-- 80/tcp --
* -> * yes

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-tomorrow
    action: Deny
    from:
    - {}

-- 80/tcp --
* -> * yes
* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: 1
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  ingress:
  - name: from-tomorrow
    action: Pass
    from:
    - {}

-- 80/tcp --
* -> * yes
* -> gryffindor/* no
