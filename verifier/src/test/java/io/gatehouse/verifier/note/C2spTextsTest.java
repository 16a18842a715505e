package io.gatehouse.verifier.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.proof.AddCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the C2SP texts, and of the Go package that notes come from. */
final class C2spTextsTest {

    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void readsTheCosignedCheckpoint() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(COSIGNED);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.root().base64()).isEqualTo("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
        assertThat(checkpoint).hasToString(COSIGNED);
    }

    @Test
    void readsTheRequestToAWitness() throws Exception {
        AddCheckpoint request = AddCheckpoint.parse("""
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                """ + COSIGNED);
        assertThat(request.oldSize()).isEqualTo(20852014);
        assertThat(request.proof()).hasSize(4);
        assertThat(request.checkpoint().size()).isEqualTo(20852163);
    }

    @Test
    void verifiesTheNoteOfTheGoPackage() throws Exception {
        VerifierKey key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note = SignedNote.parse(
                "If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n"
                        + "\n"
                        + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        NoteSignature signature = note.signatures().getFirst();
        assertThat(signature.isBy(key)).isTrue();
        assertThat(key.holds(note.text().getBytes(StandardCharsets.UTF_8), signature.bytes()))
                .isTrue();
        assertThat(key.holds(("x" + note.text()).getBytes(StandardCharsets.UTF_8), signature.bytes()))
                .isFalse();
        assertThat(key).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc",
                "PeterNeumann+c74f20a3+",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void refusesOtherKeys(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesOtherNotes() {
        for (String broken : List.of(
                COSIGNED.substring(1, COSIGNED.length() - 1),
                COSIGNED.replace("\n\n", "\n"),
                COSIGNED.replace("20852163", "020852163"),
                COSIGNED.replace("20852163", "-1"),
                COSIGNED.replace("20852163", "99999999999999999999"),
                COSIGNED.replace("q2I=", "q2J="),
                COSIGNED.replace("q2I=\n", "q2I=\nextension\n"),
                COSIGNED.replace("sofa\n2", "sofa\r\n2"),
                COSIGNED.replace("\u2014", "-"),
                COSIGNED.replace("/w1 ", "/w1+ "),
                COSIGNED.replace("/w1 ", "/w1\u00a0x "),
                "\n\n" + COSIGNED,
                "x".repeat(300) + COSIGNED,
                COSIGNED
                        + COSIGNED.lines()
                                .skip(4)
                                .findFirst()
                                .orElseThrow()
                                .concat("\n")
                                .repeat(100))) {
            assertThatThrownBy(() -> Checkpoint.parse(broken)).as(broken).isInstanceOf(MalformedException.class);
        }
    }
}
