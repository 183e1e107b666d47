Only the API groups may be read.

-- unread --
daemonsets.apps forbidden
nodes forbidden

-- cluster --
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ciliumnetworkpolicies.cilium.io}
spec: {group: cilium.io, names: {plural: ciliumnetworkpolicies, kind: CiliumNetworkPolicy}}

-- says --
UNKNOWN: Cilium: whether NetworkPolicy is enforced is not known
because the API group cilium.io is served, which may be left over; DaemonSets, which would tell whether Cilium runs, could not be read
unread daemonsets.apps: forbidden
unread nodes: forbidden
