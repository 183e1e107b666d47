What the policy as a whole lacks closes all of its rules.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Middle
  priority: 1001
  subject: {}
  ingress:
  - {name: accept, action: Allow, from: [{namespaces: {}}]}
  - {name: nobody, action: Accept}
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: other}
spec:
  subject: {namespaces: {}}
  egress:
  - action: Pass
    to: [{networks: [10.0.0.0]}, {nodes: {matchExpressions: [{key: a, operator: Is}]}}]
    ports: [{portNumber: {port: 0}}, {portRange: {protocol: ICMP, start: 1, end: 2}}, {portRange: {start: 9, end: 2}}, {}]

-- faults --
error BaselineAdminNetworkPolicy other metadata.name: "other" (expected: default, since there is one of this kind) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].action: "Pass" (expected: Allow, Deny) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].ports[0].portNumber.port: 0 (expected: 1 to 65535) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].ports[1].portRange.protocol: "ICMP" (expected: TCP, UDP or SCTP) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].ports[2].portRange: "9-2" (expected: 1 to 65535, from the lower to the higher) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].ports[3]: not one that is known (expected: portNumber, portRange or namedPort) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].to[0].networks[0]: "10.0.0.0" (expected: a CIDR, as 10.0.0.0/8) (InvalidField)
error BaselineAdminNetworkPolicy other spec.egress[0].to[1].nodes.matchExpressions[0].operator: "Is" (expected: In, NotIn, Exists or DoesNotExist) (InvalidField)
error ClusterNetworkPolicy p spec.ingress[0].action: "Allow" (expected: Accept, Deny, Pass) (InvalidField)
error ClusterNetworkPolicy p spec.ingress[1].from: missing (expected: at least one peer) (InvalidField)
error ClusterNetworkPolicy p spec.priority: 1001 (expected: 0 to 1000) (InvalidField)
error ClusterNetworkPolicy p spec.subject: not one selector (expected: namespaces, or pods) (InvalidField)
error ClusterNetworkPolicy p spec.tier: "Middle" (expected: Admin or Baseline) (InvalidField)

-- 80/tcp --
* -> * no
