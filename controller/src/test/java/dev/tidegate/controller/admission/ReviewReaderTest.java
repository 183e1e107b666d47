package dev.tidegate.controller.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is no question that can be answered is told in one line.
final class ReviewReaderTest {

    private static final String SOUND = """
        {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"uid": "1",
         "kind": {"group": "networking.k8s.io", "version": "v1", "kind": "Ingress"},
         "operation": "CREATE", "namespace": "default", "name": "",
         "object": {"metadata": {"name": "made-up-x7", "generateName": "made-up-"}, "spec": {"rules": []}}}}\
        """;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        admission.k8s.io/v1 => admission.k8s.io/v1beta1 => apiVersion: admission.k8s.io/v1beta1 (expected: admission.k8s.io/v1)
        AdmissionReview     => ConversionReview => kind: ConversionReview (expected: AdmissionReview)
        "request"           => "question"       => request: none (expected: an AdmissionRequest)
        "uid": "1"          => "uid": ""        => request.uid: none (expected: the uid of the request)
        networking.k8s.io   => extensions       => request.kind.group: extensions (expected: networking.k8s.io)
        "version": "v1"     => "version": "v1beta1" => request.kind.version: v1beta1 (expected: v1)
        "kind": "Ingress"   => "kind": "Secret" => request.kind.kind: Secret (expected: Ingress)
        "object"            => "subject"        => request.object: none (expected: the Ingress to be stored)
        {"metadata"         => {"metadata": 3, "m" => Cannot construct instance of `io.fabric8.kubernetes.api.model.ObjectMeta` (altho… (expected: an Ingress of networking.k8s.io/v1)
        }}}}                => }}}              => Unexpected end-of-input: expected close marker for Object (start marker at [Sour… (expected: valid JSON)
        """)
    void what_cannot_be_answered_is_told(String part, String instead, String problem) {
        assertThat(read(SOUND.replace(part, instead))).isEqualTo(new ReviewReading.Refused(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        ''     => apiVersion: none (expected: admission.k8s.io/v1)
        'null' => apiVersion: none (expected: admission.k8s.io/v1)
        '[]'   => apiVersion: none (expected: admission.k8s.io/v1)
        """)
    void what_is_no_object_is_told(String body, String problem) {
        assertThat(read(body)).isEqualTo(new ReviewReading.Refused(problem));
    }

    @Test
    void a_name_that_was_made_up_stands_in_the_object() {
        assertThat(read(SOUND))
                .isInstanceOfSatisfying(
                        ReviewReading.Read.class,
                        it -> assertThat(it.review().key().path()).isEqualTo("default/made-up-x7"));
    }

    @Property
    void whatever_the_bytes_it_answers(@ForAll byte[] body) {
        assertThat(ReviewReader.read(body)).isInstanceOf(ReviewReading.Refused.class);
    }

    private static ReviewReading read(String body) {
        return ReviewReader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
