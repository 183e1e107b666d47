Each thing that a policy as a whole lacks makes its rules deny everything, to the pods that it means.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {matchLabels: {conformance-house: gryffindor}}}
  ingress:
  - action: Deny
    from: [{namespaces: {matchLabels: {conformance-house: slytherin}}}]

-- faults --

-- 80/tcp --
* -> * yes
slytherin/* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  priority: 1
  subject: {namespaces: {matchLabels: {conformance-house: gryffindor}}}
  ingress:
  - action: Deny
    from: [{namespaces: {matchLabels: {conformance-house: slytherin}}}]

-- faults --
error ClusterNetworkPolicy p spec.tier: missing (expected: Admin or Baseline) (InvalidField)

-- 80/tcp --
* -> * yes
* -> gryffindor/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: -1
  subject: {namespaces: {matchLabels: {conformance-house: gryffindor}}}
  ingress:
  - action: Deny
    from: [{namespaces: {matchLabels: {conformance-house: slytherin}}}]

-- faults --
error ClusterNetworkPolicy p spec.priority: -1 (expected: 0 to 1000) (InvalidField)

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
  subject: {namespaces: {matchExpressions: [{key: conformance-house, operator: Is}]}}
  ingress:
  - action: Deny
    from: [{namespaces: {matchLabels: {conformance-house: slytherin}}}]

-- faults --
error ClusterNetworkPolicy p spec.subject.namespaces.matchExpressions[0].operator: "Is" (expected: In, NotIn, Exists or DoesNotExist) (InvalidField)

-- 80/tcp --
* -> * no
