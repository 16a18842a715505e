package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.demo.DemoState.Enrolment;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.App;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.product.ProductFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each organization of the demo has decided before anybody looks: modes, tags, and the first rules. */
final class Scenery {
    private static final List<String> OFFICE_MAKERS = List.of(
            "Larkspur Software", "Quillworks", "Brightfold", "Meridian Meetings", "Copperline", "Pinewood Media");

    private final URI address;
    private final DemoState state;

    Scenery(URI address, DemoState state) {
        this.address = address;
        this.state = state;
    }

    /** Returns the enrolments in the order in which Macs are dealt to them. */
    List<Enrolment> build() {
        List<Enrolment> all = new ArrayList<>();
        all.addAll(enterprise());
        all.addAll(bank());
        all.addAll(clinic());
        return all;
    }

    private Furnishing furnish(String organization, String adminRole) {
        String id = state.organizations().get(organization);
        if (id == null) {
            throw new ProductFailure("The demo has no organization " + organization);
        }
        return new Furnishing(address, organization, id, state.account(organization, adminRole));
    }

    private List<Enrolment> enterprise() {
        Furnishing acme = furnish(Cast.ENTERPRISE, "SECURITY_ADMIN")
                .team(
                        "Robotics",
                        state.account(Cast.ENTERPRISE, "TEAM_LEAD"),
                        state.account(Cast.ENTERPRISE, "END_USER"))
                .tag("Engineering", "People who build software on their Macs", "#2e7d32")
                .tag("Design", "Drawing, video and sound", "#6a1b9a")
                .tag("Finance", "Ledgers and payments", "#b45309")
                .configuration(Map.of(
                        "clientMode",
                        "LOCKDOWN",
                        "enableBundles",
                        true,
                        "enableAllEventUpload",
                        true,
                        "fullSyncIntervalSeconds",
                        60,
                        "blockedPathRegex",
                        "^/Users/[^/]+/Library/Caches/.*"))
                .tagConfiguration("Engineering", Map.of("enableTransitiveRules", true))
                .tagConfiguration(
                        "Finance", Map.of("removableMedia", Map.of("action", "BLOCK", "remountFlags", List.of())))
                .enrolment("Office", 60)
                .enrolment("Engineering", 45, "Engineering")
                .enrolment("Design", 20, "Design")
                .enrolment("Finance", 15, "Finance");
        OFFICE_MAKERS.forEach(acme::trust);
        return special(acme).enrolments();
    }

    private static Furnishing special(Furnishing acme) {
        App draw = Software.app(Software.maker("Halden Design"), "Halden Draw", "3.7", 1);
        String games = Software.maker("Glasshouse Games").teamId();
        return acme.tagRule(
                        "Design",
                        RuleType.SIGNINGID,
                        draw.main().identifier(RuleType.SIGNINGID),
                        "ALLOWLIST",
                        Map.of("comment", "Licences for the design team only"))
                .rule(RuleType.TEAMID, games, "BLOCKLIST", Map.of("customMessage", "Games stay at home."))
                .tagRule(
                        "Engineering",
                        RuleType.SIGNINGID,
                        Software.tool(Software.maker("Fernweh Tools"), "fern", "2.4")
                                .identifier(RuleType.SIGNINGID),
                        "ALLOWLIST_COMPILER",
                        Map.of("comment", "What it builds may run on the Mac that built it"))
                .tagRule(
                        "Finance",
                        RuleType.TEAMID,
                        Software.maker("Copperline").teamId(),
                        "CEL",
                        Map.of("celExpression", "euid != 0", "comment", "Never as root"));
    }

    private List<Enrolment> bank() {
        Furnishing bank = furnish(Cast.BANK, "CUSTOMER_ADMIN")
                .tag("Branches", "Macs at the counters", "#1565c0")
                .configuration(Map.of("clientMode", "LOCKDOWN", "enableBundles", true))
                .enrolment("Headquarters", 20)
                .enrolment("Branches", 15, "Branches");
        OFFICE_MAKERS.forEach(bank::trust);
        return bank.enrolments();
    }

    private List<Enrolment> clinic() {
        Furnishing clinic = furnish(Cast.CLINIC, "CUSTOMER_ADMIN")
                .tag("Wards", "Shared Macs on the wards", "#00695c")
                .configuration(Map.of("clientMode", "MONITOR"))
                .enrolment("Wards", 25, "Wards");
        clinic.trust("Larkspur Software");
        return clinic.enrolments();
    }
}
