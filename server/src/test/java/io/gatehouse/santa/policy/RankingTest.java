package io.gatehouse.santa.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RankingTest {

    private static final RuleKey KEY = new RuleKey(RuleType.TEAMID, "ABCDEFGHIJ");
    private static final UUID LAYER = UUID.randomUUID();

    @Test
    void aDevicesOwnRuleWinsOverTagsAndTheOrganization() {
        Candidate device = candidate(ScopeKind.DEVICE, "", 0);
        Candidate highTag = candidate(ScopeKind.TAG, "Finance", 0);
        Candidate lowTag = candidate(ScopeKind.TAG, "Design", 4);
        Candidate organization = candidate(ScopeKind.ORGANIZATION, "", 0);
        List<Candidate> all = new ArrayList<>(List.of(organization, lowTag, device, highTag));
        Collections.shuffle(all, new Random(7));

        Ranking ranking = Ranking.of(all).orElseThrow();

        assertThat(ranking.winner()).isEqualTo(device);
        assertThat(ranking.others()).containsExactly(highTag, lowTag, organization);
        assertThat(ranking.whyItWins())
                .isEqualTo("The device's own rule comes before those of tags and the organization.");
        assertThat(ranking.whyItLoses(highTag)).isEqualTo("Overruled by the device's own rule.");
    }

    @Test
    void amongTagsTheLowerPositionWins() {
        Candidate high = candidate(ScopeKind.TAG, "Finance", 2);
        Candidate low = candidate(ScopeKind.TAG, "Design", 3);

        Ranking ranking = Ranking.of(List.of(low, high)).orElseThrow();

        assertThat(ranking.winner()).isEqualTo(high);
        assertThat(ranking.whyItWins())
                .isEqualTo("Tag Finance stands highest among the device's tags that have such a rule.");
        assertThat(ranking.whyItLoses(low)).isEqualTo("Tag Design stands below tag Finance.");
    }

    @Test
    void withoutARuleNothingIsInForce() {
        assertThat(Ranking.of(List.of())).isEmpty();
    }

    @Test
    void anUnchangedWinnerIsNotSentAgain() {
        Candidate winner = candidate(ScopeKind.ORGANIZATION, "", 0);
        LayerEntry before = LayerEntry.of(LAYER, KEY, 5, winner);

        assertThat(Change.of(LAYER, KEY, before, List.of(winner), 9)).isEmpty();
    }

    @Test
    void aChangedWinnerMovesToTheEnd() {
        LayerEntry before = LayerEntry.of(LAYER, KEY, 5, candidate(ScopeKind.ORGANIZATION, "", 0));
        Candidate winner = new Candidate(UUID.randomUUID(), ScopeKind.TAG, LAYER, null, 0, content(Policy.BLOCKLIST));

        assertThat(Change.of(LAYER, KEY, before, List.of(winner), 9)).contains(LayerEntry.of(LAYER, KEY, 9, winner));
    }

    @Test
    void anotherRuleThatSaysTheSameKeepsItsPlaceButIsTheOneNamed() {
        LayerEntry before = LayerEntry.of(LAYER, KEY, 5, candidate(ScopeKind.ORGANIZATION, "", 0));
        Candidate winner = candidate(ScopeKind.TAG, "Finance", 0);

        Optional<LayerEntry> change = Change.of(LAYER, KEY, before, List.of(winner), 9);

        assertThat(change).contains(LayerEntry.of(LAYER, KEY, 5, winner));
    }

    @Test
    void aLostWinnerLeavesOneTombstone() {
        LayerEntry before = LayerEntry.of(LAYER, KEY, 5, candidate(ScopeKind.ORGANIZATION, "", 0));

        Optional<LayerEntry> change = Change.of(LAYER, KEY, before, List.of(), 9);

        assertThat(change).contains(LayerEntry.tombstone(LAYER, KEY, 9));
        assertThat(Change.of(LAYER, KEY, change.orElseThrow(), List.of(), 10)).isEmpty();
        assertThat(Change.of(LAYER, KEY, null, List.of(), 10)).isEmpty();
    }

    private static Candidate candidate(ScopeKind kind, String name, int position) {
        return new Candidate(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                kind == ScopeKind.TAG ? new TagRef(UUID.randomUUID(), name, "#112233") : null,
                position,
                content(Policy.ALLOWLIST));
    }

    private static RuleContent content(Policy policy) {
        return new RuleContent(policy, "", "", "", "", "");
    }
}
