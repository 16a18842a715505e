package io.gatehouse.verifier.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.timestamp.Authorities;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the time stamps in an export. */
final class TimestampsTest {

    private final Findings findings = new Findings();

    @Test
    void countsThoseByAnAuthorityThatWasBrought() throws Exception {
        SealCheck check = check(Authorities.parse(file("root.pem")));
        assertThat(check.timestamps(trailer(file("rsa.token"), file("ec.token"))))
                .hasSize(2);
        assertThat(findings.isEmpty()).isTrue();
        check.timestamps(trailer());
        assertThat(findings.refusals().getFirst().what()).contains("no time stamp by an authority that you brought");
    }

    @Test
    void saysThatNobodyKnowsAnAuthorityThatWasNotBroughtAndRefusesBrokenOnes() throws Exception {
        SealCheck check = check(Authorities.none());
        assertThat(check.timestamps(trailer(file("rsa.token")))).singleElement().matches(stamp -> !stamp.trusted());
        assertThat(findings.isEmpty()).isTrue();
        check.timestamps(trailer(file("sha512.token")));
        assertThat(findings.count()).isEqualTo(1);
    }

    private SealCheck check(Authorities authorities) {
        return new SealCheck(new Demands(List.of(), null, null, authorities), findings);
    }

    private static Trailer trailer(byte[]... tokens) throws Exception {
        String note = new String(file("text"), StandardCharsets.UTF_8) + "\n\u2014 any AAAAAAAA\n";
        return new Trailer(Checkpoint.parse(note), List.of(), List.of(), List.of(), List.of(tokens), null);
    }

    private static byte[] file(String name) throws Exception {
        try (InputStream input = TimestampsTest.class.getResourceAsStream("/timestamp/" + name)) {
            return input.readAllBytes();
        }
    }
}
