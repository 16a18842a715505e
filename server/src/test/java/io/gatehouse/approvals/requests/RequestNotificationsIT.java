package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people's bells tell of requests. */
@ServerTest
final class RequestNotificationsIT {

    private static final String BELL = "/api/organizations/{o}/notifications";
    private static final Statement QUESTION = Statement.of("question", "For how long is it needed?");

    private final Approvals approvals;
    private final TestOrganizations organizations;

    private Desk desk;
    private Api decider;
    private Api requester;

    @Autowired
    RequestNotificationsIT(Approvals approvals, TestOrganizations organizations) {
        this.approvals = approvals;
        this.organizations = organizations;
    }

    @BeforeEach
    void freshOrganization() {
        TestOrganization organization = organizations.enterprise();
        desk = new Desk(approvals, organization);
        decider = organization.as(Role.SECURITY_ADMIN);
        requester = organization.as(Role.END_USER);
    }

    @Test
    void whoseWordIsAwaitedIsToldUntilSomebodyHasDecided() {
        Api another = desk.organization().as(desk.organization().another(Role.SECURITY_ADMIN));
        RequestView asked = desk.submit("one");
        JsonNode line = decider.get(BELL).json().at("/items/0");
        assertThat(line.at("/kind").asString()).isEqualTo("REQUEST_TO_DECIDE");
        assertThat(line.at("/title").asString()).isEqualTo(asked.title());
        assertThat(line.at("/path").asString()).isEqualTo("/requests/" + asked.id());
        assertThat(kinds(another)).containsExactly("REQUEST_TO_DECIDE");
        assertThat(kinds(requester)).isEmpty();

        desk.approve(desk.deciding(), asked);
        assertThat(kinds(decider)).isEmpty();
        assertThat(kinds(another)).isEmpty();
        assertThat(kinds(requester)).containsExactly("REQUEST_APPROVED");
    }

    @Test
    void aQuestionIsToldToTheRequesterAndItsAnswerToWhoAsked() {
        RequestView asked = desk.submit("one");
        approvals.askBack(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, QUESTION);
        assertThat(kinds(requester)).containsExactly("REQUEST_ASKED_BACK");
        assertThat(kinds(decider)).isEmpty();
        approvals.revise(desk.asking(), asked.id(), Desk.asking("one"));
        assertThat(kinds(requester)).isEmpty();
        assertThat(kinds(decider)).containsExactlyInAnyOrder("REQUEST_TO_DECIDE", "REQUEST_ANSWERED");
    }

    @Test
    void whatOneHasReadStaysReadAndWhatArrivedMeanwhileStaysNew() {
        desk.submit("one");
        JsonNode first = decider.get(BELL).json().at("/items/0");
        desk.submit("two");
        assertThat(decider.put(BELL + "/read", Map.of("last", first.at("/id").asString()))
                        .status())
                .isEqualTo(204);
        JsonNode bell = decider.get(BELL).json();
        assertThat(bell.at("/unread").asInt()).isOne();
        assertThat(bell.at("/items/0/read").asBoolean()).isFalse();
        assertThat(bell.at("/items/1/read").asBoolean()).isTrue();
        assertThat(decider.put(BELL + "/" + bell.at("/items/0/id").asString() + "/read", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(decider.get(BELL + "?unread=true").json().at("/items").isEmpty())
                .isTrue();
        JsonNode page = decider.get(BELL + "?limit=1").json();
        JsonNode next = decider.get(BELL + "?limit=1&cursor=" + page.at("/next").asString())
                .json();
        assertThat(next.at("/items/0/id").asString()).isEqualTo(first.at("/id").asString());
    }

    @Test
    void nobodyReadsOrMarksWhatIsAnothers() {
        desk.submit("one");
        String line = decider.get(BELL).json().at("/items/0/id").asString();
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        for (Api other : List.of(requester, stranger)) {
            assertThat(kinds(other)).isEmpty();
            assertThat(other.put(BELL + "/" + line + "/read", Map.of()).status())
                    .isEqualTo(404);
            assertThat(other.put(BELL + "/read", Map.of("last", line)).status()).isEqualTo(204);
        }
        assertThat(decider.get(BELL).json().at("/unread").asInt()).isOne();
        String foreign = BELL.replace("{o}", desk.organization().id().toString());
        assertThat(stranger.get(foreign).status()).isEqualTo(404);
        assertThat(decider.put(BELL + "/" + UUID.randomUUID() + "/read", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(decider.put(BELL + "/read", Map.of()).status()).isEqualTo(422);
        assertThat(decider.get(BELL + "?cursor=nonsense").status()).isEqualTo(422);
        assertThat(decider.get(BELL + "?limit=100000").status()).isEqualTo(422);
    }

    private static List<String> kinds(Api whose) {
        return whose.get(BELL)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/kind").asString())
                .toList();
    }
}
