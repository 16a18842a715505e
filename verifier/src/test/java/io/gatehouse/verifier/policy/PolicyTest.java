package io.gatehouse.verifier.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.Signer;
import io.gatehouse.verifier.note.Checkpoint;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy of the C2SP text: two of three X, and one of three Y. */
final class PolicyTest {

    private final HonestLog log = new HonestLog(new Random(1));
    private final Signer[] witnesses =
            IntStream.range(0, 6).mapToObj(i -> Signer.witness("w" + i)).toArray(Signer[]::new);
    private String text;

    @BeforeEach
    void example() {
        log.append("rule.create", null, null, "{}");
        text = """
                # An example
                log %s

                witness X1 %s
                witness X2 %s
                \twitness X3 %s https://x3.example/
                group X-witnesses 2 X1 X2 X3

                witness Y1 %s
                witness Y2 %s
                witness Y3 %s
                group Y-witnesses any Y1 Y2 Y3

                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """.formatted(log.keys().getLast(), key(0), key(1), key(2), key(3), key(4), key(5));
    }

    @Test
    void demandsTheQuorum() throws Exception {
        Policy policy = Policy.parse(text);
        assertThat(policy.logs()).hasSize(1);
        assertThat(policy.check(signedBy(0, 2, 5))).hasSize(3);
        assertThat(policy.check(signedBy(0, 1, 2, 3, 4, 5))).hasSize(6);
        for (int[] few : new int[][] {{}, {0, 1}, {0, 1, 2}, {0, 3}, {3, 4, 5}, {2, 3, 4, 5}}) {
            Checkpoint checkpoint = signedBy(few);
            assertThatThrownBy(() -> policy.check(checkpoint)).hasMessageContaining("lacks witnesses");
        }
    }

    @Test
    void aQuorumOfNoneAsksForNobody() throws Exception {
        assertThat(Policy.parse("quorum none\n").check(signedBy())).isEmpty();
    }

    @Test
    void aSignatureOfAKnownWitnessMustHold() throws Exception {
        Policy policy = Policy.parse(text);
        String good = note(0, 2, 5);
        int last = good.lastIndexOf('=') - 10;
        String bad = good.substring(0, last) + (good.charAt(last) == 'A' ? 'B' : 'A') + good.substring(last + 1);
        assertThatCode(() -> policy.check(Checkpoint.parse(good))).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.check(Checkpoint.parse(bad))).hasMessageContaining("does not hold");
    }

    @Test
    void refusesWhatTheTextDoesNotAllow() {
        for (String broken : new String[] {
            "",
            "quorum X1\n",
            text.replace("quorum X-and-Y", ""),
            text + "quorum none\n",
            text.replace("group X-witnesses 2", "group X-witnesses 4"),
            text.replace("group X-witnesses 2", "group X-witnesses 0"),
            text.replace("group X-witnesses 2", "group X-witnesses 02"),
            text.replace("any Y1 Y2 Y3", "any"),
            text.replace("any Y1 Y2 Y3", "any Y1 Y1"),
            text.replace("any Y1 Y2 Y3", "any X1"),
            text.replace("any Y1 Y2 Y3", "any Z"),
            text.replace("witness Y1", "witness X1"),
            text.replace("witness Y1", "witness none"),
            text.replace(key(1), key(0)),
            text.replace(key(1), log.keys().getFirst()),
            text.replace("log ", "logs "),
            text.replace("log ", "log\u0000 "),
            text.replace("quorum X-and-Y", "quorum X-and-Y Y1")
        }) {
            assertThatThrownBy(() -> Policy.parse(broken)).as(broken).isInstanceOf(MalformedException.class);
        }
    }

    private String key(int witness) {
        return witnesses[witness].keys().getLast();
    }

    private Checkpoint signedBy(int... signers) throws MalformedException {
        return Checkpoint.parse(note(signers));
    }

    private String note(int... signers) {
        Signer[] all = IntStream.concat(IntStream.of(-1), IntStream.of(signers))
                .mapToObj(i -> i < 0 ? log.signer() : witnesses[i])
                .toArray(Signer[]::new);
        return log.checkpoint(all);
    }
}
