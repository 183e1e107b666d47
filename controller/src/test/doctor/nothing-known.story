A folder with hardly anything in it.

-- manifests --
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: tidegate}
spec: {controller: tidegate.dev/ingress-controller}

-- says --
exit 0
WARN  network-plugin: no network plug-in that is known was seen
      It means: There is no policy, so nothing hangs on it yet.
      Do: Let this account list daemonsets.apps and nodes, or ask as an administrator. If the plug-in is one that is not known here, its documentation says whether it enforces.
OK    classes: IngressClass tidegate is ours, and nobody else's
0 failed, 1 to look at, 1 well
