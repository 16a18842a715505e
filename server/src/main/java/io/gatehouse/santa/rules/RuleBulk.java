package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes many rules alike: those that can be changed are, the others are named with the reason. */
@Component
final class RuleBulk {

    /** Most rules in one call. */
    static final int MAXIMUM = 1_000;

    /** What to do. */
    enum Action {
        DELETE,
        SET_POLICY,
        SET_EXPIRY,
        SET_COMMENT
    }

    /**
     * Asks for a change of many rules.
     *
     * @param ids 1 to 1000 rules
     * @param policy for SET_POLICY; CEL is not possible, for it needs an expression of its own
     * @param expiresAt for SET_EXPIRY; null: never
     * @param comment for SET_COMMENT
     */
    record Command(
            @Nullable List<UUID> ids,
            @Nullable Action action,
            @Nullable Policy policy,
            @Nullable Instant expiresAt,
            @Nullable String comment) {}

    /** How many rules were changed, and which not. */
    record Outcome(int changed, List<Refusal> refused) {}

    /** A rule that was not changed. */
    record Refusal(UUID id, String reason) {}

    private final Transactions transactions;
    private final RuleStore store;
    private final RuleBook book;
    private final Clock clock;

    RuleBulk(Transactions transactions, RuleStore store, RuleBook book, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    Outcome run(OrganizationScope scope, Command command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> ids = ids(command);
        Function<RuleDraft, RuleDraft> edit = edit(command, now);
        return transactions.write(scope, () -> apply(scope, command, ids, edit, now));
    }

    private Outcome apply(
            OrganizationScope scope, Command command, Set<UUID> ids, Function<RuleDraft, RuleDraft> edit, Instant now) {
        Map<UUID, StoredRule> rules = store.lock(scope.organization(), ids).stream()
                .collect(Collectors.toMap(StoredRule::id, Function.identity()));
        List<Refusal> refused = new ArrayList<>();
        List<RuleBook.Change> changes = new ArrayList<>();
        for (UUID id : ids) {
            StoredRule rule = rules.get(id);
            Optional<String> refusal = rule == null ? Optional.of("there is no such rule") : refusal(command, rule);
            if (rule == null || refusal.isPresent()) {
                refused.add(new Refusal(id, refusal.orElseThrow()));
            } else if (command.action() == Action.DELETE) {
                changes.add(new RuleBook.Change(rule, null));
            } else if (!edit.apply(rule.draft()).equals(rule.draft())) {
                changes.add(new RuleBook.Change(rule, rule.changed(edit.apply(rule.draft()), now)));
            }
        }
        book.apply(scope, changes, null);
        return new Outcome(ids.size() - refused.size(), refused);
    }

    private static Optional<String> refusal(Command command, StoredRule rule) {
        Policy policy = command.policy();
        if (command.action() != Action.SET_POLICY || policy == null) {
            return Optional.empty();
        }
        if (rule.draft().policy() == Policy.CEL) {
            return Optional.of("its expression decides; change the rule itself");
        }
        return policy.appliesTo(rule.draft().ruleType())
                ? Optional.empty()
                : Optional.of(policy + " has no effect for " + rule.draft().ruleType());
    }

    private static Function<RuleDraft, RuleDraft> edit(Command command, Instant now) {
        return switch (required(command)) {
            case DELETE -> Function.identity();
            case SET_POLICY -> {
                Policy policy = command.policy();
                if (policy == null || policy == Policy.CEL || policy == Policy.REMOVE) {
                    throw ProblemException.invalid("policy", "must be a policy other than CEL and REMOVE");
                }
                yield draft -> draft.withPolicy(policy);
            }
            case SET_EXPIRY -> {
                Instant expiry = command.expiresAt();
                if (expiry != null && !expiry.isAfter(now)) {
                    throw ProblemException.invalid("expiresAt", "must be in the future, or null for never");
                }
                yield draft -> draft.withExpiry(expiry == null ? null : expiry.truncatedTo(ChronoUnit.MILLIS));
            }
            case SET_COMMENT -> {
                String comment =
                        command.comment() == null ? "" : command.comment().strip();
                if (comment.length() > RuleChecks.LONGEST_COMMENT) {
                    throw ProblemException.invalid(
                            "comment", "must have at most " + RuleChecks.LONGEST_COMMENT + " characters");
                }
                yield draft -> draft.withComment(comment);
            }
        };
    }

    private static Action required(Command command) {
        if (command.action() == null) {
            throw ProblemException.invalid("action", "must be DELETE, SET_POLICY, SET_EXPIRY or SET_COMMENT");
        }
        return command.action();
    }

    private static Set<UUID> ids(Command command) {
        if (command.ids() == null || command.ids().isEmpty() || command.ids().size() > MAXIMUM) {
            throw ProblemException.invalid("ids", "must be 1 to " + MAXIMUM + " rules");
        }
        return new LinkedHashSet<>(command.ids());
    }
}
