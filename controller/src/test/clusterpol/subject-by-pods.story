Whose traffic is decided may be told by labels of pods too.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: one}
spec:
  tier: Admin
  priority: 1
  subject:
    pods: {namespaceSelector: {}, podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: harry-potter-0}}}
  ingress:
  - name: deny
    action: Deny
    from:
    - pods: {namespaceSelector: {}, podSelector: {matchLabels: {conformance-house: slytherin}}}

-- faults --


-- 80/tcp --
* -> * yes
slytherin/* -> gryffindor/harry-potter-0 no
