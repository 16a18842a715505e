package io.gatehouse.identity.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A token that came twice may have been stolen: its owner and the administrators hear of it, once each. */
@MailTest
final class ReuseLettersIT {

    private static final List<String> RULES = List.of("rule.read");

    private final TestOrganization acme;
    private final PersonRef administrator;
    private final OwnProgram program;

    @Autowired
    ReuseLettersIT(TestOrganizations organizations) {
        this.acme = organizations.enterprise();
        this.administrator = acme.person(Role.SECURITY_ADMIN);
        this.program = new OwnProgram(acme, "203.0.113.75");
    }

    @Test
    void theOwnerAndTheAdministratorsHearOfItAndNobodyElse() {
        PersonRef ada = acme.another(Role.AUDITOR);
        PersonRef other = acme.another(Role.AUDITOR);
        JsonNode first = program.connect(acme.as(ada), RULES);
        program.refresh(OwnProgram.refresh(first));
        program.refresh(OwnProgram.refresh(first));
        program.refresh(OwnProgram.refresh(first));

        ArrivedLetter own = TestMail.await(ada.email(), 1);
        assertThat(own.header("Subject")).contains("deploy-helper");
        assertThat(own.text()).contains("acted for you", "/console/account");
        ArrivedLetter told = TestMail.await(administrator.email(), 1);
        assertThat(told.text()).contains("acted for " + ada.displayName(), "/people/" + ada.id());
        assertThat(told.text()).doesNotContain(OwnProgram.refresh(first));
        assertThat(TestMail.to(ada.email())).hasSize(1);
        assertThat(TestMail.to(administrator.email())).hasSize(1);
        assertThat(TestMail.to(other.email())).isEmpty();
    }

    @Test
    void anAdministratorsOwnIsToldOfOnceAlsoAfterARace() {
        Api browser = acme.as(Role.SECURITY_ADMIN);
        String token = OwnProgram.refresh(program.connect(browser, RULES));
        program.refresh(token);
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> program.refresh(token)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(TestMail.await(administrator.email(), 1).text()).contains("/console/account");
        assertThat(TestMail.to(administrator.email())).hasSize(1);
        assertThat(browser.get("/api/organizations/{o}/ledger/entries?action=connection.end-reused")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }
}
