package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.ProblemException.FieldError;
import io.gatehouse.santa.protocol.rule.InvalidIdentifierException;
import io.gatehouse.santa.protocol.rule.RuleIdentifier;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a curator writes it.
 *
 * @param version of the entry that was looked at; null for a new one
 * @param policy ALLOWLIST or ALLOWLIST_COMPILER
 * @param days 1 to 3650; null: until it is given back
 * @param teams at most 50; null or empty: everybody may take it
 */
record EntryInput(
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String publisher,
        @Nullable String reason,
        @Nullable RuleType ruleType,
        @Nullable String identifier,
        @Nullable Policy policy,
        @Nullable Integer days,
        @Nullable List<TeamId> teams) {

    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_TEAMS = 50;

    /**
     * What may be kept.
     *
     * @throws ProblemException 422 with all that is wrong
     */
    CatalogueEntry checked(UUID id, int next, Instant now, String by) {
        List<FieldError> errors = new ArrayList<>();
        String identifier = normalized(errors);
        if (!isLine(text(name), 1, LONGEST_NAME)) {
            errors.add(new FieldError("name", "must have 1 to " + LONGEST_NAME + " printable characters"));
        }
        if (!isLine(text(publisher), 0, LONGEST_NAME)) {
            errors.add(new FieldError("publisher", "must have at most " + LONGEST_NAME + " printable characters"));
        }
        checkReason(errors);
        checkRule(errors);
        List<TeamId> only =
                teams == null ? List.of() : teams.stream().distinct().toList();
        if (only.size() > MOST_TEAMS) {
            errors.add(new FieldError("teams", "must be at most " + MOST_TEAMS));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID, "The entry is not valid", errors);
        }
        return new CatalogueEntry(
                id,
                next,
                text(name),
                text(publisher),
                text(reason),
                Objects.requireNonNull(ruleType),
                identifier,
                Objects.requireNonNull(policy),
                days,
                only,
                now,
                by,
                0);
    }

    private String normalized(List<FieldError> errors) {
        try {
            return ruleType == null ? "" : RuleIdentifier.normalize(ruleType, text(identifier));
        } catch (InvalidIdentifierException e) {
            errors.add(new FieldError("identifier", Objects.toString(e.getMessage())));
            return "";
        }
    }

    private void checkReason(List<FieldError> errors) {
        String said = text(reason);
        if (said.length() < SHORTEST_REASON
                || said.length() > LONGEST_REASON
                || said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            errors.add(new FieldError(
                    "reason",
                    "must say in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters why it is approved"));
        }
    }

    private void checkRule(List<FieldError> errors) {
        if (ruleType == null) {
            errors.add(new FieldError("ruleType", "must be BINARY, CERTIFICATE, TEAMID, SIGNINGID or CDHASH"));
        }
        if (policy != Policy.ALLOWLIST && policy != Policy.ALLOWLIST_COMPILER) {
            errors.add(new FieldError("policy", "must be ALLOWLIST or ALLOWLIST_COMPILER"));
        } else if (ruleType != null && !policy.appliesTo(ruleType)) {
            errors.add(new FieldError("policy", policy + " has no effect for " + ruleType));
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            errors.add(new FieldError("days", "must be 1 to " + MOST_DAYS + ", or nothing"));
        }
    }

    private static boolean isLine(String text, int shortest, int longest) {
        return text.length() >= shortest
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
