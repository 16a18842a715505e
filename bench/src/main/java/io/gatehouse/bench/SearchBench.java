package io.gatehouse.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** How long searching a large book takes, one person asking at a time, beside the books of others in the same tables. */
final class SearchBench {

    private static final int ENTRIES = Integer.getInteger("bench.entries", 10_000_000);
    private static final int OTHERS = 10;
    private static final int WARM = 5;
    private static final int TIMES = 60;
    private static final String WANTED = "< 50";

    private final Installation installation;
    private final Figures figures;

    SearchBench(Installation installation, Figures figures) {
        this.installation = installation;
        this.figures = figures;
    }

    void run() throws Exception {
        BookRows.fill(
                installation.database(),
                installation.customers().stream().map(Installation.Customer::id).toList(),
                ENTRIES,
                ENTRIES / OTHERS / Math.max(1, installation.customers().size() - 1));
        JsonNode sample = page("?limit=200").get("items").get(150);
        String actor = "actor=" + sample.at("/actor/id").asString();
        String object = "objectType=" + sample.at("/object/type").asString() + "&objectId="
                + sample.at("/object/id").asString();
        time("Newest entries", "");
        time("By actor", actor);
        time("By a common action", "action=rule.create");
        time("By a rare action", "action=key.delete");
        time("By actor and action", actor + "&action=tag.delete");
        time("By kind of object", "objectType=enrolment");
        time("Timeline of an object", object);
        time("By correlation id", "correlationId=" + sample.get("correlationId").asString());
        time("By correlation id that nothing has", "correlationId=none");
        time("By time", "from=" + ago(200) + "&to=" + ago(199));
        time("By actor and time", actor + "&to=" + ago(200));
        time("By a word that most have", "text=rule");
        time("By a word that one in 3,000 has", "text=sometimes");
        time("By a word that one in 30,000 has", "text=seldom");
        time("By a ticket's number", "text=inc" + ENTRIES / 3 * 2);
        time("By a word that nothing has", "text=zzzzzz");
        time("By two words", "text=rule%20seldom");
        time("By a word and an action", "text=sometimes&action=rule.create");
        time("By a word and an actor", "text=sometimes&" + actor);
        time("By a word and time", "text=sometimes&to=" + ago(200));
    }

    private static Instant ago(int days) {
        return Instant.now().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private JsonNode page(String query) {
        Installation.Customer large = installation.customers().getFirst();
        return large.admin().get(large.path("/ledger/entries" + query));
    }

    /** The first page, and one ten pages on where there are as many. */
    private void time(String what, String query) throws Exception {
        figures.add(what + ", p95 ms", p95("?" + query), WANTED);
        JsonNode page = page("?" + query);
        int pages = 1;
        String next = "";
        for (; pages < 10 && page.hasNonNull("next"); pages++) {
            next = "&cursor=" + page.get("next").asString();
            page = page("?" + query + next);
        }
        if (pages == 10) {
            figures.add("– ten pages on, p95 ms", p95("?" + query + next), WANTED);
        }
    }

    private String p95(String query) throws Exception {
        return Figures.number(Stopwatch.time(WARM, TIMES, () -> page(query)).percentile(95));
    }
}
