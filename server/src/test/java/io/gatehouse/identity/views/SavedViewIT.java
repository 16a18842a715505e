package io.gatehouse.identity.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Views of lists: one's own in one organization, bounded, and never a way out of the console. */
@ServerTest
final class SavedViewIT {

    private static final String VIEWS = "/api/organizations/{o}/saved-views";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api person;

    @Autowired
    SavedViewIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.person = acme.as(acme.another(Role.END_USER));
    }

    @Test
    void areSavedRenamedAndDeleted() {
        String id = save("Behind", "state=BEHIND&sort=-lastSyncAt");
        JsonNode kept = person.get(VIEWS).json().at("/0");
        assertThat(kept.at("/query").asString()).isEqualTo("state=BEHIND&sort=-lastSyncAt");
        assertThat(kept.at("/preferred").asBoolean()).isFalse();
        Api.Answer renamed = person.put(VIEWS + "/" + id, view("devices", "Late", "state=BEHIND", true));
        assertThat(renamed.json().at("/name").asString()).isEqualTo("Late");
        assertThat(person.get(VIEWS).json()).hasSize(1);
        assertThat(person.delete(VIEWS + "/" + id).status()).isEqualTo(204);
        assertThat(person.get(VIEWS).json()).isEmpty();
        assertThat(person.delete(VIEWS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void areEachListsPreferredOneAtATime() {
        person.post(VIEWS, view("devices", "One", "", true));
        person.post(VIEWS, view("devices", "Two", "", true));
        person.post(VIEWS, view("rules", "Three", "", true));
        assertThat(person.get(VIEWS)
                        .json()
                        .valueStream()
                        .filter(view -> view.at("/preferred").asBoolean())
                        .map(view -> view.at("/name").asString()))
                .containsExactly("Two", "Three");
    }

    @Test
    void areNobodyElsesToSeeOrChange() {
        String id = save("Mine", "");
        Api colleague = acme.as(Role.SECURITY_ADMIN);
        assertThat(colleague.get(VIEWS).json()).isEmpty();
        assertThat(colleague
                        .put(VIEWS + "/" + id, view("devices", "x", "", false))
                        .status())
                .isEqualTo(404);
        assertThat(colleague.delete(VIEWS + "/" + id).status()).isEqualTo(404);
        String foreign = VIEWS.replace("{o}", acme.id().toString());
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .get(foreign)
                        .status())
                .isEqualTo(404);
        assertThat(person.get(VIEWS).json()).hasSize(1);
    }

    @Test
    void stayInTheirOrganization() {
        TestOrganization other = organizations.enterprise();
        PersonRef both = acme.another(Role.END_USER);
        organizations.join(other.id(), both, Role.END_USER);
        Api browser = acme.as(both);
        browser.post(VIEWS, view("devices", "Here", "", false));
        assertThat(browser.get(VIEWS).json()).hasSize(1);
        assertThat(browser.get(VIEWS.replace("{o}", other.id().toString())).json())
                .isEmpty();
    }

    @Test
    void leadNowhereElse() {
        for (String list : List.of(
                "",
                "/devices",
                "//evil.example",
                "https://evil.example",
                "..",
                "devices/../..",
                "Devices",
                "a\\b",
                "a?b",
                "devices#x",
                "x".repeat(61))) {
            assertThat(person.post(VIEWS, view(list, "x", "", false)).status())
                    .as(list)
                    .isEqualTo(422);
        }
        for (String query : List.of("?a=b", "a=b#c", "a=/x", "a=<b>", "a=\n", "a=ü", "a".repeat(2001))) {
            assertThat(person.post(VIEWS, view("devices", "x", query, false)).status())
                    .as(query)
                    .isEqualTo(422);
        }
        for (String name : List.of("", "  ", "a\nb", "n".repeat(61))) {
            assertThat(person.post(VIEWS, view("devices", name, "", false)).status())
                    .as(name)
                    .isEqualTo(422);
        }
        assertThat(person.post(VIEWS, "{}").status()).isBetween(400, 422);
        assertThat(person.get(VIEWS).json()).isEmpty();
    }

    @Test
    void haveNamesOfTheirOwnInTheirList() {
        save("Same", "");
        assertThat(person.post(VIEWS, view("devices", " same ", "", false)).status())
                .isEqualTo(422);
        assertThat(person.post(VIEWS, view("rules", "Same", "", false)).status())
                .isEqualTo(201);
    }

    /** 60 at once by 60 threads: 50 are kept. */
    @Test
    void areFiftyAtMostAlsoWhenManyComeAtOnce() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 60)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> person.post(VIEWS, view("devices", "View " + i, "", false))
                                .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(50);
        assertThat(person.get(VIEWS).json()).hasSize(50);
    }

    private String save(String name, String query) {
        Api.Answer answer = person.post(VIEWS, view("devices", name, query, false));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private static Map<String, Object> view(String list, String name, String query, boolean preferred) {
        return Map.of("list", list, "name", name, "query", query, "preferred", preferred);
    }
}
