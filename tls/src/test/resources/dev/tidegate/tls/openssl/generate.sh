#!/bin/sh
# Makes the files of this folder anew, with OpenSSL 3. They are for tests only and belong to nobody.
set -eu
cd "$(dirname "$0")"

certify() { # NAME: NAME.key -> NAME.crt, signed by itself, for NAME.example
    openssl req -x509 -new -key "$1.key" -out "$1.crt" -days 36500 \
        -subj "/CN=$1.example" -addext "subjectAltName=DNS:$1.example"
}

# PKCS#1, and the same key as PKCS#8, and both encrypted.
openssl genrsa -traditional -out rsa.key 2048
certify rsa
openssl pkcs8 -topk8 -nocrypt -in rsa.key -out rsa-pkcs8.key
openssl pkcs8 -topk8 -passout pass:secret -in rsa.key -out rsa-pkcs8-encrypted.key
openssl rsa -traditional -aes256 -passout pass:secret -in rsa.key -out rsa-pkcs1-encrypted.key

# What `openssl x509 -trustout` makes of a certificate.
openssl x509 -in rsa.crt -trustout -addtrust serverAuth -out rsa-trusted.crt

# SEC 1 with its EC PARAMETERS block before it, as ecparam writes it, and the same key as PKCS#8.
openssl ecparam -name prime256v1 -genkey -out ec.key
certify ec
openssl pkcs8 -topk8 -nocrypt -in ec.key -out ec-pkcs8.key

openssl ecparam -name secp384r1 -genkey -noout -out ec384.key
certify ec384

openssl genpkey -algorithm ed25519 -out ed25519.key
certify ed25519

# What is refused: a curve without TLS, explicit parameters, kinds of key that handshakes here do not use, a short key.
openssl ecparam -name secp256k1 -genkey -noout -out secp256k1.key
certify secp256k1
openssl ec -in ec.key -param_enc explicit -out ec-explicit.key
openssl genpkey -algorithm ed448 -out ed448.key
certify ed448
openssl genpkey -algorithm rsa-pss -pkeyopt rsa_keygen_bits:2048 -out rsa-pss.key
certify rsa-pss
openssl genpkey -genparam -algorithm dsa -pkeyopt dsa_paramgen_bits:2048 -out dsa-parameters.pem
openssl genpkey -paramfile dsa-parameters.pem -out dsa.key
certify dsa
rm dsa-parameters.pem
openssl genrsa -out rsa1024.key 1024
certify rsa1024
