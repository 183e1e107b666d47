Baseline tier, egress by TCP: the first rule that matches decides; a port means itself alone; the other direction is untouched.

-- policies --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec:
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: accept-ravenclaw
    action: Allow
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- faults --


-- 80/tcp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> slytherin/* no

-- 8080/tcp --
* -> * yes
gryffindor/* -> ravenclaw/* yes
gryffindor/* -> hufflepuff/* no

-- then --
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec:
  subject:
    namespaces: {matchLabels: {kubernetes.io/metadata.name: gryffindor}}
  egress:
  - name: deny-ravenclaw
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: accept-ravenclaw
    action: Allow
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: ravenclaw}}
  - name: deny-slytherin-at-port
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: slytherin}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: accept-hufflepuff-at-port
    action: Allow
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}
    ports: [{portNumber: {protocol: TCP, port: 80}}]
  - name: deny-hufflepuff
    action: Deny
    to:
    - namespaces: {matchLabels: {kubernetes.io/metadata.name: hufflepuff}}

-- 80/tcp --
* -> * yes
gryffindor/* -> ravenclaw/* no
gryffindor/* -> slytherin/* no

-- 8080/tcp --
* -> * yes
gryffindor/* -> ravenclaw/* no
gryffindor/* -> hufflepuff/* no
