package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** An organization of its own with one Mac: what the Mac uploads, and what an admin sees of it. */
public record OneMac(TestOrganization organization, UUID device, EventIntake intake) {

    /** Makes them. */
    @Component
    public static final class Maker {

        private final EventIntake intake;
        private final SantaData santa;
        private final TestOrganizations organizations;

        Maker(EventIntake intake, SantaData santa, TestOrganizations organizations) {
            this.intake = intake;
            this.santa = santa;
            this.organizations = organizations;
        }

        /** A new one in a new enterprise. */
        public OneMac fresh() {
            return in(organizations.enterprise());
        }

        /** One more in an organization. */
        public OneMac in(TestOrganization organization) {
            return new OneMac(organization, santa.device(organization, "mac").id(), intake);
        }
    }

    /** Uploads events. */
    public void upload(String... events) {
        send(Uploads.of(events));
    }

    /** Sends a whole request. */
    public void send(EventUploadRequest request) {
        intake.accept(organization.id(), device, request);
    }

    /** The browser of an admin. */
    public Api admin() {
        return organization.as(Role.SECURITY_ADMIN);
    }

    /** What the admin reads below the organization; fails when it is refused. */
    public JsonNode get(String path) {
        Api.Answer answer = admin().get("/api/organizations/{o}" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
