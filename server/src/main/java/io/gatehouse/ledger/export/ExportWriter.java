package io.gatehouse.ledger.export;

import io.gatehouse.ledger.log.LogExcerpts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what an export says of one moment, page by page, so that memory stays bounded. */
@Component
final class ExportWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 256;

    private final ExportStore store;
    private final LineReader lines;
    private final LogExcerpts log;
    private final Clock clock;

    ExportWriter(ExportStore store, LineReader lines, LogExcerpts log, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.log = log;
        this.clock = clock;
    }

    /** Writes the files up to the trailer; all of the trailer but the keys. */
    Trailer write(Moment moment, ExportRequest request, Output output) {
        if (request.format() == ExportRequest.Format.CSV) {
            output.file("ledger.csv");
            output.write(Table.title());
            each(moment, request, false, line -> output.write(Table.row(line)));
        }
        output.file("ledger.jsonl");
        output.write(header(moment, request) + "\n");
        References references = new References(moment.orders());
        each(moment, request, request.isPartial(), line -> {
            output.write(LineText.of(line) + "\n");
            references.add(line);
        });
        return new Trailer(
                moment.head(),
                request.isPartial() ? tombstones(moment, references) : List.of(),
                log.handovers(moment.scope(), moment.head().size()),
                request.since(),
                request.since() == null
                        ? List.of()
                        : log.consistency(
                                moment.scope(), request.since(), moment.head().size()));
    }

    private void each(Moment moment, ExportRequest request, boolean proven, Consumer<Line> action) {
        long after = -1;
        while (true) {
            List<ExportStore.Row> rows = store.page(
                    moment.scope(), request.filter(), after, moment.head().size(), PAGE);
            if (rows.isEmpty()) {
                return;
            }
            lines.read(moment, rows, proven).forEach(action);
            after = rows.getLast().index();
        }
    }

    /** Orders may themselves refer to orders: what they say of a person can be erased. */
    private List<Line> tombstones(Moment moment, References references) {
        NavigableMap<Long, Line> tombstones = new TreeMap<>();
        Set<Long> missing = references.takeMissing();
        while (!missing.isEmpty()) {
            for (Line line : lines.read(moment, store.at(moment.scope(), missing), true)) {
                tombstones.put(line.index(), line);
                references.add(line);
            }
            missing = references.takeMissing();
        }
        return List.copyOf(tombstones.values());
    }

    private String header(Moment moment, ExportRequest request) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("format", "gatehouse-ledger");
        header.put("version", 1);
        header.put("origin", moment.head().origin());
        header.put(
                "organization",
                Map.of(
                        "id", moment.scope().organization().toString(),
                        "name", store.organizationName(moment.scope())));
        header.put("exportedAt", clock.instant().toString());
        header.put(
                "exportedBy", moment.withheld() ? null : moment.scope().actor().displayName());
        header.put("filter", request.isPartial() ? filter(request) : null);
        header.put("values", moment.withheld() ? "withheld" : "included");
        header.put("size", moment.head().size());
        return JSON.writeValueAsString(header);
    }

    private static JsonNode filter(ExportRequest request) {
        ObjectNode filter = JSON.valueToTree(request.filter());
        filter.removeNulls();
        return filter;
    }
}
