package io.gatehouse.santa.rules;

import io.gatehouse.kernel.Export;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the records of a file of rules and remembers where each of them begins. */
final class RuleFileReader {

    /** Most rules in one file. */
    static final int MAXIMUM_RULES = 50_000;

    private static final Set<String> NAMES =
            FileRule.COLUMNS.stream().map(Export.Column::title).collect(Collectors.toSet());
    private static final Set<String> NEEDED = Set.of("ruleType", "identifier", "policy");

    private final JsonMapper json;
    private final List<Record> records = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();

    private RuleFileReader(JsonMapper json) {
        this.json = json;
    }

    /** One rule and the line on which it begins, from 1. */
    record Record(long line, FileRule rule) {}

    /** What is wrong on a line. */
    record LineError(long line, String message) {}

    /** All records that could be read, and what could not. */
    record Read(List<Record> records, List<LineError> errors) {}

    static Read read(JsonMapper json, Export.Format format, String content) {
        RuleFileReader reader = new RuleFileReader(json);
        switch (format) {
            case CSV -> reader.csv(content.startsWith("\ufeff") ? content.substring(1) : content);
            case JSON -> reader.json(content);
        }
        return new Read(reader.records, reader.errors);
    }

    private void csv(String content) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
            if (headerFits(parser.getHeaderNames())) {
                rows(parser);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            error(records.isEmpty() ? 1 : records.getLast().line() + 1, "is not CSV: " + e.getMessage());
        }
    }

    private void rows(CSVParser parser) {
        long line = parser.getCurrentLineNumber() + 1;
        for (CSVRecord row : parser) {
            if (!row.isConsistent()) {
                error(
                        line,
                        "has " + row.size() + " cells, the header has "
                                + parser.getHeaderNames().size());
            } else if (!add(line, cells(row))) {
                return;
            }
            line = parser.getCurrentLineNumber() + 1;
        }
    }

    private static Map<String, String> cells(CSVRecord row) {
        Map<String, String> cells = row.toMap();
        cells.replaceAll((_, cell) -> FileRule.unprotected(cell));
        return cells;
    }

    private boolean headerFits(List<String> header) {
        header.stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> error(
                        1,
                        "column '" + name + "' is not known; known are "
                                + NAMES.stream().sorted().collect(Collectors.joining(", "))));
        NEEDED.stream()
                .filter(name -> !header.contains(name))
                .sorted()
                .forEach(name -> error(1, "column " + name + " is missing"));
        return errors.isEmpty();
    }

    private void json(String content) {
        try (JsonParser parser = json.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                error(1, "must be an array of rules");
                return;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (!add(parser.currentTokenLocation().getLineNr(), fields(parser))) {
                    return;
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                error(parser.currentLocation().getLineNr(), "every element must be an object");
            } else if (parser.nextToken() != null) {
                error(parser.currentLocation().getLineNr(), "nothing may follow the array");
            }
        } catch (JacksonException e) {
            error(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "is not JSON: " + e.getOriginalMessage());
        }
    }

    private Map<String, String> fields(JsonParser parser) {
        long line = parser.currentTokenLocation().getLineNr();
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!NAMES.contains(name)) {
                error(line, "field '" + name + "' is not known");
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                fields.put(name, parser.getString());
            } else if (value != JsonToken.VALUE_NULL) {
                error(line, "field " + name + " must be text");
                parser.skipChildren();
            }
        }
        return fields;
    }

    private boolean add(long line, Map<String, String> fields) {
        if (records.size() == MAXIMUM_RULES) {
            error(line, "is beyond the " + MAXIMUM_RULES + " rules that one file may have");
            return false;
        }
        records.add(new Record(line, FileRule.of(fields)));
        return true;
    }

    private void error(long line, String message) {
        errors.add(new LineError(line, message));
    }
}
