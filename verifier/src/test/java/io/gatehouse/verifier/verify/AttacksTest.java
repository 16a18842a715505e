package io.gatehouse.verifier.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.NaiveTree;
import io.gatehouse.verifier.honest.Signer;
import io.gatehouse.verifier.honest.Text;
import io.gatehouse.verifier.honest.Verified;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.timestamp.Authorities;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with a text editor, a copy of the database or even the log's key may try. */
final class AttacksTest {

    private final HonestLog log = new HonestLog(new Random(7));
    private final String person = log.uuid();
    private Demands demands;

    @BeforeEach
    void sixEntries() {
        for (int i = 0; i < 3; i++) {
            log.append("rule.create", log.uuid(), null, "{\"n\":" + i + "}");
            log.append("person.update", log.uuid(), person, "{}");
        }
        demands = Verified.demands(log.keys(), null);
        assertThat(Verified.report(log.export(), demands).verdict()).isEqualTo(Report.Verdict.PROVEN);
    }

    @Test
    void theEntryWhoseBytesWereChangedIsNamed() {
        String export = log.export();
        String changed = export.replace("{\"n\":1}", "{\"n\":7}");
        assertRefused(changed, "line 4, entry 2: its bytes were changed");
        String filtered = log.export(index -> index > 1, false, -1);
        assertRefused(filtered.replace("{\"n\":1}", "{\"n\":7}"), "line 2, entry 2: its bytes were changed");
    }

    @Test
    void changedBytesWithTheirLeafHashDoNotGiveTheRoot() {
        String changed = rehashed(log.export().replace("{\"n\":1}", "{\"n\":7}"), 3);
        assertRefused(changed, "do not give the root of the checkpoint");
        String filtered = rehashed(log.export(index -> index > 1, false, -1).replace("{\"n\":1}", "{\"n\":7}"), 1);
        assertRefused(filtered, "line 2, entry 2: its proof does not lead to the root");
    }

    @Test
    void linesSwappedDoubledOrLeftOut() {
        assertRefused(
                edited(lines -> Collections.swap(lines, 2, 3)), "line 4, entry 1: it stands twice, or out of order");
        assertRefused(edited(lines -> lines.add(3, lines.get(3))), "line 5, entry 2: it stands twice");
        assertRefused(edited(lines -> lines.remove(3)), "line 4, entry 3: entry 2 before it are missing");
        assertRefused(edited(lines -> lines.remove(6)), "there are 5 entries, and should be 6");
    }

    @Test
    void aFileThatWasCutOff() {
        String export = log.export();
        assertRefused(edited(List::removeLast), "the last line, with the checkpoint, is missing");
        assertRefused(export.substring(0, export.length() - 1), "the line has no end");
        assertRefused(export.substring(0, export.length() / 2), "the line has no end");
        assertRefused(export + "{}\n", "line 8 should have been the last");
        assertThat(Verified.report("", demands)).isNull();
    }

    @Test
    void aForkOfWhatWasKept() {
        Kept kept = kept();
        HonestLog other = new HonestLog(new Random(7));
        other.append("rule.create", other.uuid(), null, "{\"n\":\"other\"}");
        for (int i = 0; i < 9; i++) {
            other.append("rule.create", other.uuid(), null, "{\"n\":" + i + "}");
        }
        other.signAs(log.signer());
        assertThat(other.origin).isEqualTo(log.origin);
        demands = Verified.demands(log.keys(), kept);
        assertRefused(other.export(), "the log is not the one that you saw");
        String filtered = other.export(index -> index > 3, false, 6);
        assertRefused(filtered, "the log is not the one that you saw");
    }

    @Test
    void anExportThatDoesNotProveThatItContinuesWhatWasKept() {
        demands = Verified.demands(log.keys(), kept());
        log.append("rule.create", person, null, "{}");
        assertRefused(log.export(_ -> true, false, -1), "does not prove that it continues");
        assertRefused(log.export(_ -> true, false, 5), "does not prove that it continues");
        assertThat(Verified.report(log.export(_ -> true, false, 6), demands).verdict())
                .isEqualTo(Report.Verdict.PROVEN);
    }

    @Test
    void anOlderLogThanTheOneThatWasKept() {
        String older = log.export();
        log.append("rule.create", person, null, "{}");
        demands = Verified.demands(log.keys(), kept());
        assertRefused(older, "it is older, or the log was cut");
    }

    @Test
    void aForgedCheckpoint() {
        Signer forger = Signer.log(log.origin);
        String forged = withCheckpoint(log.export(), log.checkpoint(forger))
                .replaceFirst(
                        "\"keys\":\\[[^]]*]", Matcher.quoteReplacement("\"keys\":" + Text.strings(forger.keys())));
        assertRefused(forged, "no signature by a key that is trusted");
        assertThat(Verified.report(forged, Verified.demands(List.of(), null)).verdict())
                .isEqualTo(Report.Verdict.CONSISTENT);
    }

    @Test
    void whoCanForgeOneTypeOfSignatureForgesNothing() {
        List<String> both = log.keys();
        log.signAs(log.signer().withOwnPostQuantumKey());
        assertRefused(log.export(), "no ML-DSA-44 signature by a key that is trusted");
        Report report = Verified.report(log.export(), Verified.demands(List.of(both.getFirst()), null));
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PROVEN);
        assertThat(report.facts().unproven())
                .anyMatch(what -> what.contains("ML-DSA-44"))
                .anyMatch(what -> what.contains("later than the checkpoint"));
    }

    @Test
    void whoCanForgeOneTypeOfSignatureHandsOverToNoKey() {
        List<String> both = log.keys();
        Kept kept = kept();
        log.signAs(log.signer().withOwnPostQuantumKey());
        log.rotate();
        assertRefused(log.export(), "no ML-DSA-44 signature by a key that is trusted");
        demands = Verified.demands(List.of(), kept);
        assertRefused(log.export(), "no ML-DSA-44 signature by a key that is trusted");
        Report report = Verified.report(log.export(), Verified.demands(List.of(both.getFirst()), null));
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PROVEN);
        assertThat(report.facts().unproven()).anyMatch(what -> what.contains("ML-DSA-44"));
    }

    @Test
    void aCheckWithoutATimeIsNotPassedOverInSilence() {
        demands = Verified.demands(log.keys().subList(0, 1), null);
        Kept kept = Verified.report(log.export(), demands).facts().toKeep();
        Report report = Verified.report(log.export(), Verified.demands(List.of(), kept));
        assertThat(report.facts().unproven()).anyMatch(what -> what.contains("back-dated"));
        report = Verified.report(log.export(), Verified.demands(log.keys(), kept()));
        assertThat(report.facts().unproven()).isEmpty();
    }

    @Test
    void aKeyThatWasRetired() {
        Signer retired = log.signer();
        List<String> old = log.keys();
        Kept before = kept();
        log.rotate();
        demands = Verified.demands(old, null);
        assertThat(Verified.report(withCheckpoint(log.export(), log.checkpoint(retired)), demands)
                        .verdict())
                .as("the checkpoint that hands over")
                .isEqualTo(Report.Verdict.PROVEN);
        List<String> all = Stream.concat(old.stream(), log.keys().stream()).toList();
        Kept after = Verified.report(log.export(), Verified.demands(all, null))
                .facts()
                .toKeep();
        log.append("rule.create", person, null, "{}");
        for (Demands those : List.of(
                demands,
                Verified.demands(all, null),
                Verified.demands(all, after),
                Verified.demands(List.of(), before))) {
            demands = those;
            assertThat(Verified.report(log.export(), demands).verdict()).isEqualTo(Report.Verdict.PROVEN);
            assertRefused(withCheckpoint(log.export(), log.checkpoint(retired)), "signature by a key that is trusted");
        }
    }

    @Test
    void aKeyThatNobodyHandedOverTo() {
        List<String> before = log.keys();
        log.rotate();
        demands = Verified.demands(before, null);
        assertThat(Verified.report(log.export(), demands).verdict()).isEqualTo(Report.Verdict.PROVEN);
        String without =
                log.export().replaceAll("\"handovers\":\\[.*?],\"tombstones\"", "\"handovers\":[],\"tombstones\"");
        assertRefused(without, "no signature by a key that is trusted");
    }

    @Test
    void aBackDatedEntry() {
        log.now = log.now.minus(Duration.ofHours(4));
        log.append("rule.create", person, null, "{}");
        assertRefused(log.export(), "line 8, entry 6: it is back-dated");
    }

    @Test
    void anEntryOlderThanTheKeptCheckpointThatDoesNotHaveIt() {
        log.now = log.now.plus(Duration.ofDays(3));
        demands = Verified.demands(log.keys(), kept());
        log.now = log.now.minus(Duration.ofDays(2));
        log.append("rule.create", person, null, "{}");
        log.now = log.now.plus(Duration.ofDays(2));
        assertRefused(log.export(), "line 8, entry 6: it is back-dated: recorded at");
        assertThat(Verified.report(log.export(), Verified.demands(log.keys(), null))
                        .verdict())
                .isEqualTo(Report.Verdict.PROVEN);
    }

    @Test
    void anEntryFromTheFuture() {
        log.now = log.now.plus(Duration.ofDays(1));
        log.append("rule.create", person, null, "{}");
        log.now = log.now.minus(Duration.ofDays(1));
        assertRefused(log.export(), "after the checkpoint of");
    }

    @Test
    void aValueErasedWithoutOrByAnotherOrder() {
        int order = log.erase(log.uuid());
        String told = "\"/object/name\":\\{\"salt\":\"[^\"]*\",\"value\":\"Bo[^}]*}";
        assertRefused(erased(told, order), "entry 6 does not order to erase them");
        assertRefused(erased(told, 2), "entry 2 does not order to erase them");
        assertRefused(erased(told, 0), "which came before");
        assertRefused(erased(told, 1_000), "entry 1000 does not order to erase them");
    }

    @Test
    void anErasureAndADropUnderHold() {
        log.hold(List.of(), null, null);
        log.lawless = true;
        log.erase(person);
        assertRefused(log.export(), "were erased by entry 7 under the hold of entry 6");
        log.drop("rules", YearMonth.of(2026, 1));
        assertRefused(log.export(), "dropped by entry 8 under the hold of entry 6");
    }

    @Test
    void aDropWithoutOrder() {
        log.drop("rules", YearMonth.of(2026, 1));
        assertThat(Verified.report(log.export(), demands).verdict()).isEqualTo(Report.Verdict.PROVEN);
        String dropped =
                log.export().replaceAll("(\\{\"index\":1,\"leaf\":\"[^\"]*\"),\"entry\".*\n", "$1,\"dropped\":6}\n");
        assertRefused(dropped, "line 3, entry 1: it is dropped, and entry 6 does not order to drop it");
    }

    @Test
    void anotherOrganizationsEntry() {
        String other = log.uuid();
        String export = rehashed(
                log.export()
                        .replaceFirst(
                                "\"organization\":\"[^\"]*\",\"reason\"",
                                "\"organization\":\"" + other + "\",\"reason\""),
                1);
        assertRefused(export, "line 2, entry 0: it is of organization " + other);
        assertThat(Verified.report(log.export().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + other + "\""), demands))
                .isNull();
    }

    @Test
    void anotherLogsCheckpoint() {
        HonestLog other = new HonestLog(new Random(8));
        other.append("rule.create", other.uuid(), null, "{}");
        String export = withCheckpoint(log.export(), other.checkpoint());
        assertRefused(export, "the checkpoint is of another log");
    }

    @Test
    void aProofOfAnotherSize() {
        String before = log.export(index -> index == 1, false, -1);
        log.append("rule.create", person, null, "{}");
        Matcher proof = Pattern.compile("\"proof\":\\[[^]]*]").matcher(before);
        assertThat(proof.find()).isTrue();
        String export = log.export(index -> index == 1, false, -1)
                .replaceFirst("\"proof\":\\[[^]]*]", Matcher.quoteReplacement(proof.group()));
        assertRefused(export, "line 2, entry 1: its proof");
    }

    @Test
    void aWitnessThatThePolicyDemandsAndThatDidNotSign() throws Exception {
        Signer witness = Signer.witness("witness.example/w");
        Policy policy = Policy.parse(
                "log " + log.keys().getFirst() + "\nwitness w " + witness.keys().getLast() + "\nquorum w\n");
        demands = new Demands(policy.logs(), null, policy, Authorities.none());
        assertRefused(log.export(), "the checkpoint lacks witnesses that the policy demands");
        String signed = withCheckpoint(log.export(), log.checkpoint(log.signer(), witness));
        Report report = Verified.report(signed, demands);
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PROVEN);
        assertThat(report.facts().witnesses()).hasSize(1);
    }

    @Test
    void numbersThatOverflowAndJsonThatIsDeep() {
        String export = log.export();
        assertRefused(
                export.replace("{\"index\":5,", "{\"index\":18446744073709551621,"), "\"index\" must be an integer");
        assertRefused(export.replace("{\"index\":5,", "{\"index\":5.0,"), "\"index\" must be an integer");
        assertRefused(export.replace("{\"index\":5,", "{\"index\":9007199254740991,"), "the log has 6 entries only");
        assertRefused(export.replace("{\"n\":1}", "[".repeat(100_000) + "]".repeat(100_000)), "deeper than");
        assertRefused(export.replace("{\"n\":1}", "[" + "1,".repeat(3_000_000) + "1]"), "more than 2000000 values");
        assertRefused(export.replace("{\"n\":1}", "[" + "1,".repeat(40_000_000) + "1]"), "longer than");
    }

    private Kept kept() {
        return Verified.report(log.export(), Verified.demands(log.keys(), null))
                .facts()
                .toKeep();
    }

    private static String withCheckpoint(String export, String checkpoint) {
        int start = export.indexOf("{\"checkpoint\":");
        return export.substring(0, start) + "{\"checkpoint\":" + Text.quote(checkpoint)
                + export.substring(export.indexOf(",\"keys\":", start));
    }

    private String erased(String told, int order) {
        return log.export().replaceFirst(told, "\"/object/name\":{\"erased\":" + order + "}");
    }

    private String edited(Consumer<List<String>> edit) {
        List<String> lines = new ArrayList<>(log.export().lines().toList());
        edit.accept(lines);
        return String.join("\n", lines) + "\n";
    }

    /** With the leaf hash that fits the entry on that line, counted from 0. */
    private static String rehashed(String export, int number) {
        List<String> lines = new ArrayList<>(export.lines().toList());
        String line = lines.get(number);
        String entry = line.substring(line.indexOf("\"entry\":") + 8, line.indexOf(",\"values\":"));
        byte[] leaf = NaiveTree.sha256(new byte[1], entry.getBytes(StandardCharsets.UTF_8));
        lines.set(
                number,
                line.replaceFirst(
                        "\"leaf\":\"[^\"]*\"", Matcher.quoteReplacement("\"leaf\":" + Text.quote(Text.base64(leaf)))));
        return String.join("\n", lines) + "\n";
    }

    private void assertRefused(String export, String why) {
        Report report = Verified.report(export, demands);
        assertThat(report.verdict()).isEqualTo(Report.Verdict.REFUSED);
        assertThat(report.refusals().stream().map(Refusal::toString)).anyMatch(refusal -> refusal.contains(why));
    }
}
