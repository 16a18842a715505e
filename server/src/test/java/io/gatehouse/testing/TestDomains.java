package io.gatehouse.testing;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.testkit.dns.NameServer;
import java.util.Map;

/** The name server that the server under test asks, and domains that organizations prove by it. */
public final class TestDomains {

    /** All tests share it: take names of your own. */
    public static final NameServer NAMES = NameServer.start();

    private TestDomains() {}

    /** A domain that nobody has. */
    public static String fresh() {
        return "d-" + Ids.next() + ".example";
    }

    /** A fresh domain, claimed and proven by whoever administers the organization. */
    public static String provenBy(TestOrganization organization) {
        String domain = fresh();
        Api admin = organization.as(Role.administratorOf(organization.kind()));
        Api.Answer claimed = admin.post("/api/organizations/{o}/domains", Map.of("name", domain));
        NAMES.put(
                claimed.json().at("/recordName").asString(),
                claimed.json().at("/recordValue").asString());
        Api.Answer checked = admin.post("/api/organizations/{o}/domains/" + domain + "/check");
        if (!checked.json().at("/verifiedBy").asString().equals("DNS")) {
            throw new IllegalStateException("Not proven: " + checked.status() + " " + checked.body());
        }
        return domain;
    }
}
