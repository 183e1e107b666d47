package dev.tidegate.dns.respond;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.OPTRecord;

class AnswerSizeTest {

    @ParameterizedTest
    @CsvSource({
        // bytes of the question, size of EDNS or -1, proven, bytes of the answer
        "34, -1, false, 68",
        "45, 1232, false, 90",
        "34, -1, true, 512",
        "45, 0, true, 512",
        "45, 511, true, 512",
        "45, 513, true, 513",
        "45, 1232, true, 1232",
        "45, 65535, true, 1232",
        "400, -1, false, 512",
        "1000, 4096, false, 1232",
    })
    void an_answer_may_be_so_long(int queryBytes, int edns, boolean proven, int limit) {
        OPTRecord opt = edns < 0 ? null : new OPTRecord(edns, 0, 0);
        assertThat(AnswerSize.overUdp(queryBytes, opt, proven)).isEqualTo(limit);
    }
}
