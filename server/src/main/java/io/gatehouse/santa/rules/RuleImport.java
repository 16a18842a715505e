package io.gatehouse.santa.rules;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings rules in from a file: all of them or, if any line is wrong, none. */
@Component
final class RuleImport {

    /** Longest file, in characters. */
    static final int MAXIMUM_CONTENT = 16 * 1024 * 1024;

    /** Most differences and errors that are listed; the counts are always whole. */
    static final int LISTED = 1_000;

    /** What becomes of rules that the file does not name. */
    enum Mode {
        /** They stay. */
        MERGE,
        /** They are deleted. */
        REPLACE
    }

    /**
     * Asks for an import.
     *
     * @param format {@code csv} or {@code json}
     * @param content of the file, at most 16 MiB and 50,000 rules
     * @param dryRun tell only what would change
     */
    record Command(
            @Nullable String format,
            @Nullable String content,
            @Nullable Mode mode,
            boolean dryRun) {}

    /**
     * What was changed, or would be.
     *
     * @param errors the first 1,000; with any, nothing is applied
     * @param differences the first 1,000
     */
    record Outcome(
            int added,
            int changed,
            int removed,
            int unchanged,
            List<RuleFileReader.LineError> errors,
            List<Difference> differences,
            boolean applied) {}

    /** One difference between the file and what is there. */
    record Difference(Kind kind, RuleInput rule, @Nullable RuleInput before) {
        enum Kind {
            ADD,
            CHANGE,
            REMOVE
        }
    }

    private final Transactions transactions;
    private final RuleStore store;
    private final RuleBook book;
    private final RuleFileChecks checks;
    private final JsonMapper json;
    private final Clock clock;

    RuleImport(
            Transactions transactions,
            RuleStore store,
            RuleBook book,
            RuleFileChecks checks,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.checks = checks;
        this.json = json;
        this.clock = clock;
    }

    Outcome run(OrganizationScope scope, Command command) {
        Mode mode = required(command.mode(), "mode", "must be MERGE or REPLACE");
        String content = required(command.content(), "content", "must be the text of the file");
        if (content.length() > MAXIMUM_CONTENT) {
            throw CommonProblem.TOO_LARGE.because("content must have at most " + MAXIMUM_CONTENT + " characters");
        }
        Export.Format format = Export.Format.of(required(command.format(), "format", "must be csv or json"));
        RuleFileReader.Read file = RuleFileReader.read(json, format, content);
        return transactions.write(scope, () -> compare(scope, file, mode, command.dryRun()));
    }

    private Outcome compare(OrganizationScope scope, RuleFileReader.Read file, Mode mode, boolean dryRun) {
        Map<RuleDraft.Identity, StoredRule> existing = new HashMap<>();
        store.lockAll(scope.organization(), rule -> existing.put(rule.draft().identity(), rule));
        RuleFileChecks.Result checked = checks.check(scope, file, existing.values());
        Map<RuleDraft.Identity, StoredRule> left = new LinkedHashMap<>(existing);
        List<RuleBook.Change> changes = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (RuleDraft draft : checked.drafts()) {
            StoredRule before = left.remove(draft.identity());
            if (before == null) {
                changes.add(new RuleBook.Change(null, StoredRule.first(scope, draft, "", null, now)));
            } else if (!before.draft().equals(draft)) {
                changes.add(new RuleBook.Change(before, before.changed(draft, now)));
            }
        }
        int unchanged = checked.drafts().size() - changes.size();
        if (mode == Mode.REPLACE) {
            left.values().forEach(rule -> changes.add(new RuleBook.Change(rule, null)));
        } else {
            unchanged += left.size();
        }
        boolean applied = !dryRun && checked.errors().isEmpty();
        if (applied) {
            book.apply(scope, changes, "Import of a file");
        }
        return outcome(changes, unchanged, checked.errors(), applied);
    }

    private static Outcome outcome(
            List<RuleBook.Change> changes, int unchanged, List<RuleFileReader.LineError> errors, boolean applied) {
        List<Difference> differences =
                changes.stream().map(RuleImport::difference).toList();
        return new Outcome(
                count(differences, Difference.Kind.ADD),
                count(differences, Difference.Kind.CHANGE),
                count(differences, Difference.Kind.REMOVE),
                unchanged,
                errors.stream().limit(LISTED).toList(),
                differences.stream().limit(LISTED).toList(),
                applied);
    }

    private static Difference difference(RuleBook.Change change) {
        StoredRule before = change.before();
        StoredRule after = change.after();
        if (after == null) {
            if (before == null) {
                throw new IllegalArgumentException("a change needs a rule");
            }
            return new Difference(Difference.Kind.REMOVE, RuleInput.of(before.draft()), null);
        }
        return before == null
                ? new Difference(Difference.Kind.ADD, RuleInput.of(after.draft()), null)
                : new Difference(Difference.Kind.CHANGE, RuleInput.of(after.draft()), RuleInput.of(before.draft()));
    }

    private static int count(List<Difference> differences, Difference.Kind kind) {
        return (int) differences.stream().filter(each -> each.kind() == kind).count();
    }

    private static <T> T required(@Nullable T value, String field, String message) {
        if (value == null) {
            throw ProblemException.invalid(field, message);
        }
        return value;
    }
}
