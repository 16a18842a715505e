package io.gatehouse.bench;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** How long it takes to replay the requests of 90 days against a draft. */
final class ReplayBench {

    private static final int REQUESTS = Integer.getInteger("bench.requests", 10_000);
    private static final int WARM = 2;
    private static final int TIMES = 10;

    private final Installation installation;
    private final Figures figures;

    ReplayBench(Installation installation, Figures figures) {
        this.installation = installation;
        this.figures = figures;
    }

    void run() throws SQLException {
        Installation.Customer customer = installation.customers().getFirst();
        PastRequests.fill(installation.database(), UUID.fromString(customer.id()), REQUESTS);
        double[] seconds = new double[TIMES];
        for (int number = -WARM; number < TIMES; number++) {
            long start = System.nanoTime();
            JsonNode report = customer.admin()
                    .post(customer.path("/approval-policies/SOFTWARE/replay"), Map.of("policy", draft()));
            if (report.at("/looked").asInt() != REQUESTS) {
                throw new IllegalStateException("Only looked at " + report.at("/looked"));
            }
            if (number >= 0) {
                seconds[number] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        figures.add(
                "%,d requests replayed against a draft, the longest of %d times, seconds".formatted(REQUESTS, TIMES),
                Figures.number(seconds[TIMES - 1]),
                "< 5");
    }

    private static Map<String, Object> draft() {
        return Map.of(
                "name",
                "Draft",
                "routes",
                List.of(
                        route("Risky", "risk >= 60 && publisher.startsWith('Publisher')", path(2)),
                        route("Known", "publisher in ['Publisher 1', 'Publisher 2']", path(1))),
                "otherwise",
                path(1));
    }

    private static Map<String, Object> route(String name, String when, Map<String, Object> path) {
        return Map.of("name", name, "when", when, "path", path);
    }

    private static Map<String, Object> path(int people) {
        Map<String, Object> group = Map.of(
                "kind",
                "GROUP",
                "name",
                "Deciders",
                "seats",
                List.of(Map.of("who", Map.of("kind", "PERMISSION", "permission", "request.decide"), "weight", 1)),
                "fallback",
                List.of(),
                "quorum",
                Map.of("kind", "MINIMUM", "people", people));
        Map<String, Object> stage = Map.of(
                "id",
                "decision",
                "name",
                "Decision",
                "after",
                List.of(),
                "requirement",
                group,
                "veto",
                "ENDS",
                "keeps",
                List.of(),
                "escalations",
                List.of());
        return Map.of(
                "stages",
                List.of(stage),
                "separation",
                List.of("REQUESTER", "REPORTING_LINE"),
                "expiry",
                "P30D",
                "freshness",
                "P7D");
    }
}
