package io.gatehouse.bench;

import io.gatehouse.testkit.product.ApiClient;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** How long the pages about people and organizations take, one person asking at a time. */
final class PagesBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 5_000);
    private static final int WARM = 100;
    private static final int TIMES = 400;
    private static final String WANTED = "< 50";

    private final Installation installation;
    private final Figures figures;

    PagesBench(Installation installation, Figures figures) {
        this.installation = installation;
        this.figures = figures;
    }

    void run() throws SQLException {
        Installation.Customer large = installation.customers().getFirst();
        Installation.Customer provider = installation.foundProvider();
        Crowd.settle(
                installation.database(),
                UUID.fromString(large.id()),
                UUID.fromString(provider.id()),
                PEOPLE,
                CUSTOMERS);
        String people = large.path("/people");
        time("People by name", large, people);
        time("People by e-mail, backwards", large, people + "?sort=-email");
        time("People by last sign-in", large, people + "?sort=-lastSignInAt");
        time("People, a page in the middle", large, people + "?cursor=" + middle(large, people));
        time("People with a role", large, people + "?role=SECURITY_ADMIN");
        time("People found by a common part of the name", large, people + "?text=jensen");
        time("People found by their whole e-mail address", large, people + "?text=person40000@crowd.example");
        time("People searched in vain", large, people + "?text=nobody-of-that-name");
        time("Customers by name", provider, provider.path("/customers"));
        time("Customers found by part of the name", provider, provider.path("/customers?text=customer%204321"));
        time("Assignments: 50 people by 50 customers", provider, provider.path("/assignments"));
        time(
                "Assignments found by person and customer",
                provider,
                provider.path("/assignments?person=technician%2011&customer=customer%2043"));
        time("History of assignments", provider, provider.path("/assignments/history"));
        time("Session and memberships", large, "/api/session");
    }

    private static String middle(Installation.Customer in, String people) {
        JsonNode page = in.admin().get(people + "?limit=200");
        for (int number = 0; number < 50; number++) {
            page = in.admin()
                    .get(people + "?limit=200&cursor=" + page.get("next").asString());
        }
        return page.get("next").asString();
    }

    private void time(String what, Installation.Customer in, String path) {
        ApiClient person = in.admin();
        for (int number = 0; number < WARM; number++) {
            person.get(path);
        }
        double[] milliseconds = new double[TIMES];
        for (int number = 0; number < TIMES; number++) {
            long start = System.nanoTime();
            person.get(path);
            milliseconds[number] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        figures.add(what + ", p95 ms", Figures.number(milliseconds[TIMES * 95 / 100]), WANTED);
    }
}
