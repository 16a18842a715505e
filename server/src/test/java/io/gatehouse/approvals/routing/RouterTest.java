package io.gatehouse.approvals.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.FactSource;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Route;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.policy.Veto;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which path a request takes. */
final class RouterTest {

    private static final Map<String, Object> FACTS = Map.of(
            "department",
            "Sales",
            "teams",
            List.of(),
            "roles",
            List.of("END_USER"),
            "external",
            false,
            "risk",
            70L,
            "publisher",
            "Acme");

    private final Router router = router();

    private static Router router() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("door", new Door());
        return new Router(beans.getBeanProvider(FactSource.class));
    }

    @Test
    void theFirstRouteThatFitsIsTaken() {
        Policy policy = policy(
                path(stage("other", null)),
                new Route("Low", "risk < 50", path(stage("low", null))),
                new Route("High", "risk >= 50 && department == 'Sales'", path(stage("high", null))),
                new Route("All", "true", path(stage("all", null))));
        Routed routed = router.route("TEST", policy, FACTS);
        assertThat(routed.route()).isEqualTo("High");
        assertThat(routed.reason()).isEqualTo("the route High fits");
        assertThat(routed.path().stages()).extracting(StagePlan::id).containsExactly("high");
    }

    @Test
    void whereNoneFitsThePathOfAllOthersIsTaken() {
        Policy policy = policy(path(stage("other", null)), new Route("Low", "risk < 50", path(stage("low", null))));
        Routed routed = router.route("TEST", policy, FACTS);
        assertThat(routed.route()).isNull();
        assertThat(routed.path()).isEqualTo(policy.otherwise());
    }

    @Test
    void aStageWhoseConditionIsFalseIsLeftOutWithTheReason() {
        Policy policy = policy(path(stage("always", null), stage("risky", "risk > 90")));
        assertThat(router.route("TEST", policy, FACTS).skipped())
                .isEqualTo(Map.of("risky", "Its condition is false: risk > 90"));
    }

    @Test
    void whatLeavesNobodyToAskEndsWithOneApproverAndNeverWithNone() {
        Policy policy =
                policy(path(stage("other", "false")), new Route("All", "true", path(stage("risky", "risk > 90"))));
        Routed routed = router.route("TEST", policy, FACTS);
        assertThat(routed.path()).isEqualTo(Policy.DEFAULT.otherwise());
        assertThat(routed.skipped()).isEmpty();
        assertThat(routed.reason()).contains("the route All fits, but leaves nobody to ask");
    }

    @Test
    void doubtNeverMakesItEasier() {
        Policy policy = policy(
                path(stage("strict", "1 / (risk - 70) > 0")),
                new Route("Broken", "1 / (risk - 70) > 0", path(stage("easy", null))));
        Routed routed = router.route("TEST", policy, FACTS);
        assertThat(routed.path()).as("the broken route is not taken").isEqualTo(policy.otherwise());
        assertThat(routed.skipped()).as("the broken condition skips nothing").isEmpty();
        assertThat(routed.reason()).contains("the condition of the route Broken has no value");
    }

    @Test
    void aConditionIsCheckedWithItsPlaceBeforeItIsPublished() {
        assertThat(router.flaws("TEST", "publisher.startsWith('A') && roles.exists(r, r == 'X')"))
                .isEmpty();
        assertThat(router.constant("TEST", "1 > 2")).contains(false);
        assertThat(router.constant("TEST", "risk > 2")).isEmpty();
        for (String wrong : List.of("risc > 1", "risk", "risk > 'high'", "risk >", "external == 1")) {
            assertThat(router.flaws("TEST", wrong)).as(wrong).isNotEmpty().allSatisfy(flaw -> {
                assertThat(flaw.line()).isOne();
                assertThat(flaw.column()).isPositive();
                assertThat(flaw.message()).isNotBlank();
            });
        }
    }

    private static Policy policy(Path otherwise, Route... routes) {
        return new Policy("Test", List.of(routes), otherwise);
    }

    private static Path path(StagePlan... stages) {
        return new Path(
                Arrays.asList(stages), Set.of(Separation.REQUESTER), Duration.ofDays(30), Duration.ofDays(7), null);
    }

    private static StagePlan stage(String id, @Nullable String when) {
        Group group = new Group("Leads", List.of(new Seat(new Approvers.Leads(), 1)), List.of(), new Quorum.Minimum(1));
        return new StagePlan(id, id, Set.of(), when, group, Veto.ENDS, Set.of(), List.of());
    }

    private static final class Door implements FactSource {

        @Override
        public String kind() {
            return "TEST";
        }

        @Override
        public List<Fact> facts() {
            return List.of(
                    new Fact("risk", Fact.Type.NUMBER, "How risky it is, 0 to 100."),
                    new Fact("publisher", Fact.Type.TEXT, "Who signed it."));
        }

        @Override
        public Map<String, Object> of(OrganizationScope scope, NewRequest request) {
            return Map.of("risk", 70L, "publisher", "Acme");
        }
    }
}
