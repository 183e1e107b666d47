package dev.tidegate.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each mistake in a call is one line that names the value and what was expected, and ends with 2.
final class MistakesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        run --http-port abc          => --http-port abc: not understood (expected: a port, 0 to 65535)
        run --https-port=65536       => --https-port 65536: not understood (expected: a port, 0 to 65535)
        run --event-loops 0          => --event-loops 0: not understood (expected: a number, 1 to 1024)
        run --access-log xml         => --access-log xml: not understood (expected: text, json, off)
        run --log-level loud         => --log-level loud: not understood (expected: error, warn, info, debug)
        run --tls-engine gnutls      => --tls-engine gnutls: not understood (expected: auto, native, jdk)
        run --configmap settings     => --configmap settings: not understood (expected: NAMESPACE/NAME)
        run --ingress-class-by-name=yes => --ingress-class-by-name yes: not understood (expected: true or false)
        run --shutdown-grace-period 30s => --shutdown-grace-period 30s: not understood (expected: whole seconds, 0 to 86400)
        run --warm-up 1s             => --warm-up 1s: not understood (expected: whole milliseconds, 0 to 600000)
        run --resolver ns.example    => --resolver ns.example: not understood (expected: the IP address of a name server, as 10.96.0.10, 10.96.0.10:53 or fd00::a)
        run --resolver 10.0.0.1,10.0.0.2:0 => --resolver 10.0.0.2:0: not understood (expected: the IP address of a name server, as 10.96.0.10, 10.96.0.10:53 or fd00::a)
        run --dns-port 70000         => --dns-port 70000: not understood (expected: a port, 0 to 65535)
        run --dns-port 53            => --dns-port 53: no zone (expected: --dns-zone with the zone of our hosts, as home.example)
        run --dns-zone *.home.example => --dns-zone *.home.example: not understood (expected: the name of a zone, as home.example)
        run --rfc2136-zone home.example,a..b => --dns-zone a..b: not understood (expected: the name of a zone, as home.example)
        run --dns-target 192.0.2.256 => --dns-target 192.0.2.256: not understood (expected: an IP address, as 192.0.2.1, or a host name)
        run --dns-target 192.0.2.1,lb.example => --dns-target 192.0.2.1,lb.example: not understood (expected: IP addresses, or one host name alone)
        run --dns-target a.example,b.example => --dns-target a.example,b.example: not understood (expected: IP addresses, or one host name alone)
        run --dns-ttl soon           => --dns-ttl soon: not understood (expected: a time in seconds, minutes and hours, as 300s or 5m; 1s to 168h)
        run --dns-ttl 0s             => --dns-ttl 0s: not understood (expected: a time in seconds, minutes and hours, as 300s or 5m; 1s to 168h)
        run --dns-ttl 169h           => --dns-ttl 169h: not understood (expected: a time in seconds, minutes and hours, as 300s or 5m; 1s to 168h)
        run --dns-port 53 --dns-zone a.example --cluster-domain b.example => --cluster-domain b.example: a cluster names its Services itself (expected: without it, or with --manifests)
        run --manifests . --dns-port 53 --dns-zone home.example => --dns-zone home.example: nobody knows where its hosts are (expected: --dns-target with our addresses, or --address with one)
        run --manifests . --dns-port 53 --dns-zone cluster.local --dns-target 192.0.2.1 => --dns-zone cluster.local: that is where the folder's Services are (expected: another zone or --cluster-domain)
        run --dns-publish sideways   => --dns-publish sideways: not understood (expected: off, rfc2136, dnsendpoint)
        run --dns-publish rfc2136    => --dns-publish rfc2136: no zone (expected: --dns-zone with the zones to write to)
        run --dns-publish rfc2136 --dns-zone a.example => --dns-publish rfc2136: no owner (expected: --txt-owner-id with a name that no other writer of these zones has)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us => --rfc2136-host: none (expected: the primary name server of the zones)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host 192.0.2.53 => --rfc2136-host: no key (expected: --rfc2136-tsig-keyname and --rfc2136-tsig-secret-file, or --rfc2136-insecure)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a..b => --rfc2136-host a..b: not understood (expected: an IP address or a name)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-tsig-keyname k --rfc2136-tsig-secret ? => TSIG key of --rfc2136-tsig-keyname: secret of key k (expected: base64)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-tsig-keyname k --rfc2136-tsig-secret-file /no/such => --rfc2136-tsig-secret-file /no/such: cannot be read (expected: a file with the key's secret, as base64)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-tsig-keyname k --rfc2136-tsig-secret c2Vj --rfc2136-tsig-secret-alg hmac-md5 => TSIG key of --rfc2136-tsig-keyname: algorithm 'hmac-md5' (expected: hmac-sha256 or hmac-sha512)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-insecure --rfc2136-tsig-keyname k => --rfc2136-insecure and a TSIG key: both given (expected: one of them)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id u,s --rfc2136-host a --rfc2136-insecure => --txt-owner-id 'u,s' (expected: printable ASCII without spaces, commas, quotes and equals signs)
        run --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-insecure --txt-prefix p --txt-suffix s => --txt-prefix and --txt-suffix: prefix 'p', suffix 's' (expected: at most one of them)
        run --manifests . --dns-publish rfc2136 --dns-zone a.example --txt-owner-id us --rfc2136-host a --rfc2136-insecure => --dns-publish rfc2136: with a folder of manifests nobody knows where its hosts are (expected: --dns-target with our addresses)
        run --manifests . --dns-publish dnsendpoint => --dns-publish dnsendpoint: a folder of manifests takes no objects (expected: a cluster, or rfc2136)
        run --dns-policy create-only => --dns-policy create-only: not understood (expected: upsert-only, sync)
        run --dns-withdraw-share 2   => --dns-withdraw-share 2: not understood (expected: a share, as 0.1 or 10%)
        run --dns-withdraw-delay 1d  => --dns-withdraw-delay 1d: not understood (expected: a time in seconds, minutes and hours, as 15s; at least 3s)
        run --exclude-domains a..b   => --exclude-domains a..b: not understood (expected: the name of a zone, as home.example)
        run --manifests . --dns-port 53 --address eth0 => --address eth0: not understood (expected: an IP address)
        run --health-check-path live => --health-check-path live: not understood (expected: a path with a leading /)
        run --manifests              => --manifests: no value (expected: --manifests DIR)
        run --manifests a --kubeconfig b => --manifests and --kubeconfig: both given (expected: one of them)
        run --manifests a --watch-namespace b => --watch-namespace: a folder is read whole (expected: without --manifests)
        run --manifests no/such      => no/such: no such folder (expected: a folder of manifests)
        run --kubeconfig no/such     => no/such: no such file (expected: a kubeconfig)
        run --enable-ssl-passthrough => --enable-ssl-passthrough true: not supported yet (expected: --enable-ssl-passthrough=false, or without it)
        run --publish-service ab     => --publish-service ab: not understood (expected: NAMESPACE/NAME)
        run --admin-allow x          => --admin-allow x: not understood (expected: an address or CIDR, as 10.0.0.0/8)
        run --publish-service a/b --publish-status-address 192.0.2.1 => --publish-service and --publish-status-address: both given (expected: one of them)
        run --election-ttl soon      => --election-ttl soon: not understood (expected: a time in seconds, minutes and hours, as 15s; at least 3s)
        run --validating-webhook 8443 => --validating-webhook 8443: not understood (expected: an address and a port, or a port alone, as :8443)
        run --validating-webhook :8443 => --validating-webhook: no certificate (expected: --validating-webhook-certificate and --validating-webhook-key, or --validating-webhook-secret)
        run --validating-webhook :8443 --validating-webhook-key k => --validating-webhook-certificate and --validating-webhook-key: one given (expected: both)
        run --validating-webhook :8443 --validating-webhook-secret a/b => --validating-webhook-secret: no --validating-webhook-service (expected: the Service by which the API server calls)
        run --validating-webhook :8443 --validating-webhook-secret a/b --validating-webhook-certificate c --validating-webhook-key k => --validating-webhook-certificate and --validating-webhook-secret: both given (expected: one of them)
        run --manifests . --validating-webhook :8443 --validating-webhook-secret a/b => --validating-webhook-secret: a folder has no Secret to write to (expected: --validating-webhook-certificate and --validating-webhook-key)
        lint no/such.yaml            => no/such.yaml: no such file or folder (expected: a manifest or a folder of manifests)
        lint                         => FILE|DIR: no value (expected: FILE|DIR)
        explain http://a.example --manifests no/such => no/such: no such folder (expected: a folder of manifests)
        explain http://a.example --manifests . --admin http://b => --manifests and --admin: both given (expected: one of them)
        explain http://a.example -o yaml => --output yaml: not understood (expected: text, json)
        explain get http://a.example --manifests . => METHOD get: not understood (expected: as GET)
        explain ftp://a.example --manifests . => URL ftp://a.example: not understood (expected: a URL, as https://shop.example/cart)
        explain a.example -H nope --manifests . => --header nope: not understood (expected: 'NAME: VALUE')
        demo --manifests no/such     => no/such: no such folder (expected: a folder of manifests)
        """)
    void a_mistake_is_one_line_and_exit_code_2(String arguments, String line) {
        Call call = Call.of(arguments.split(" "));
        assertThat(call.err()).isEqualTo("tidegate: " + line + "\n");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void a_flag_that_does_not_exist_is_answered_with_the_one_that_was_meant() {
        Call call = Call.of("run", "--htps-port", "1");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .startsWith("tidegate: --htps-port: no such flag (expected: see 'tidegate run --help'); did you mean")
                .contains("--https-port")
                .hasLineCount(1);
    }

    @Test
    void no_verb_names_the_verbs() {
        Call call = Call.of();
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("tidegate: no verb (expected: demo, run, explain, lint, diff, audit, policy, doctor, help or"
                        + " --version)\n");
    }

    @Test
    void the_version_names_itself() {
        assertThat(Call.of("--version").out()).startsWith("tidegate ").contains("Java 25");
    }
}
