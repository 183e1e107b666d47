minikube with its own bridge.

-- cluster --
apiVersion: v1
kind: Node
metadata:
  name: minikube
  labels: {kubernetes.io/hostname: minikube, minikube.k8s.io/name: minikube, minikube.k8s.io/version: v1.34.0}

-- says --
NO: minikube: NetworkPolicy is not enforced
because nodes are minikube's, whose own bridge knows no policies
