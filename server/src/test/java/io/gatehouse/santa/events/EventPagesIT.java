package io.gatehouse.santa.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lists of events are whole, page by page and as a file. */
@ServerTest
final class EventPagesIT {

    private static final String FILE = Uploads.sha256("a file");
    private static final double TIME = 1_780_000_000.25;
    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode event) -> Instant.parse(event.path("occurredAt").asString()))
            .reversed();

    private final OneMac.Maker macs;
    private final OneMac mac;

    @Autowired
    EventPagesIT(OneMac.Maker macs) {
        this.macs = macs;
        this.mac = macs.fresh();
    }

    /** 20 histories of 120 events each, many at the same instant, read with pages of every size. */
    @Test
    void pagesLeaveNothingOutAndRepeatNothing() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            OneMac first = macs.fresh();
            List<OneMac> all = List.of(first, macs.in(first.organization()), macs.in(first.organization()));
            for (int i = 0; i < 120; i++) {
                String event = Uploads.execution(
                        Uploads.sha256("f" + random.nextInt(4)),
                        TIME + random.nextInt(12) / 4.0 - 700_000.0 * random.nextInt(3),
                        random.nextBoolean() ? "BLOCK_BINARY" : "ALLOW_UNKNOWN",
                        i);
                all.get(random.nextInt(3)).upload(event);
            }
            for (String filter : List.of("", "decision=BLOCKED&", "device=" + first.device() + "&", "file=tool&")) {
                List<JsonNode> whole = pages(first, filter, 200);
                assertThat(whole).isSortedAccordingTo(NEWEST_FIRST);
                assertThat(ids(pages(first, filter, 1 + random.nextInt(40)))).isEqualTo(ids(whole));
            }
            assertThat(pages(first, "", 7)).hasSize(120);
        }
    }

    @Test
    void exportsExactlyWhatIsFilteredAndNoFormula() {
        mac.upload("""
                {"file_sha256": "%s", "execution_time": %s, "decision": "BLOCK_BINARY", "file_name": "=HYPERLINK(1)",
                 "executing_user": "@ada"}""".formatted(FILE, TIME));
        mac.upload(Uploads.execution(Uploads.sha256("other"), TIME, "ALLOW_BINARY", 2));

        Api.Answer csv = mac.admin().get("/api/organizations/{o}/events/export?format=csv&decision=BLOCKED");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains("'=HYPERLINK(1)", "'@ada").doesNotContain(",=HYPERLINK");
        Api.Answer json = mac.admin().get("/api/organizations/{o}/events/export?format=json");
        assertThat(json.json().size()).isEqualTo(2);
        assertThat(mac.admin()
                        .get("/api/organizations/{o}/events/export?format=xml")
                        .status())
                .isEqualTo(422);
    }

    private static List<JsonNode> pages(OneMac of, String filter, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = of.get("/events?" + filter + "limit=" + limit + "&cursor=" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : null;
        }
        return all;
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asString()).toList();
    }
}
