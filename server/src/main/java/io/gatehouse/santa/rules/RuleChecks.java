package io.gatehouse.santa.rules;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.ProblemException.FieldError;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.dialog.DialogLink;
import io.gatehouse.santa.dialog.DialogMessage;
import io.gatehouse.santa.protocol.rule.InvalidIdentifierException;
import io.gatehouse.santa.protocol.rule.RuleIdentifier;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks one rule. Collects all that is wrong rather than stopping at the first. */
final class RuleChecks {

    static final int LONGEST_LABEL = 48;
    static final int LONGEST_COMMENT = 2_000;

    private static final Set<Policy> WITH_DIALOG = Set.of(Policy.BLOCKLIST, Policy.SILENT_TTY_BLOCKLIST, Policy.CEL);

    private final RuleInput input;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Boolean cacheable;

    private RuleChecks(RuleInput input) {
        this.input = input;
    }

    /**
     * What the checks found.
     *
     * @param draft the rule to keep; null when there are errors
     * @param normalizedIdentifier null when the identifier is not valid
     * @param cacheable for policy CEL whether a Mac may remember the result; else null
     */
    record Checked(
            @Nullable RuleDraft draft,
            @Nullable String normalizedIdentifier,
            List<FieldError> errors,
            List<String> warnings,
            @Nullable Boolean cacheable) {

        /**
         * The checked rule.
         *
         * @throws ProblemException 422 with all errors
         */
        RuleDraft orThrow() {
            if (draft == null) {
                throw new ProblemException(
                        CommonProblem.INVALID,
                        "The rule is not valid: " + errors.getFirst().message(),
                        errors);
            }
            return draft;
        }
    }

    /**
     * Checks a rule against what exists in its organization.
     *
     * @param scopeExists whether a complete scope names something there
     * @param isMember whether a person may own a rule
     */
    static Checked check(RuleInput input, Instant now, Predicate<ScopeChoice> scopeExists, Predicate<UUID> isMember) {
        return new RuleChecks(input).run(now, scopeExists, isMember);
    }

    private Checked run(Instant now, Predicate<ScopeChoice> scopeExists, Predicate<UUID> isMember) {
        String identifier = identifier(input.ruleType(), input.identifier());
        policy(input.ruleType(), input.policy());
        expression(input.policy(), text(input.celExpression()));
        scope(input.scope(), scopeExists);
        texts();
        if (input.ownerId() != null && !isMember.test(input.ownerId())) {
            error("ownerId", "must be an active member of this organization");
        }
        if (input.expiresAt() != null && !input.expiresAt().isAfter(now)) {
            error("expiresAt", "must be in the future");
        }
        RuleDraft draft = errors.isEmpty() ? draft(Objects.requireNonNull(identifier)) : null;
        return new Checked(draft, identifier, List.copyOf(errors), List.copyOf(warnings), cacheable);
    }

    private @Nullable String identifier(@Nullable RuleType type, @Nullable String identifier) {
        if (type == null) {
            error("ruleType", "must be BINARY, CERTIFICATE, TEAMID, SIGNINGID or CDHASH");
            return null;
        }
        try {
            return RuleIdentifier.normalize(type, text(identifier));
        } catch (InvalidIdentifierException e) {
            error("identifier", e.getMessage());
            return null;
        }
    }

    private void policy(@Nullable RuleType type, @Nullable Policy policy) {
        if (policy == null) {
            error("policy", "must be given");
        } else if (policy == Policy.REMOVE) {
            error("policy", "must not be REMOVE: delete the rule instead, and each Mac is told");
        } else if (type != null && !policy.appliesTo(type)) {
            error(
                    "policy",
                    policy + " has no effect for " + type + "; name the compiler by BINARY, CDHASH or SIGNINGID");
        }
        if (type == RuleType.TEAMID && policy == Policy.ALLOWLIST) {
            warnings.add("Allows everything that this team ever signs; a SIGNINGID rule allows one program");
        }
    }

    private void expression(@Nullable Policy policy, String expression) {
        if (policy != Policy.CEL) {
            if (!expression.isEmpty()) {
                error("celExpression", "must be empty unless the policy is CEL");
            }
            return;
        }
        ExpressionCheck.Verdict verdict = ExpressionCheck.of(expression);
        if (verdict.refusal() != null) {
            error("celExpression", verdict.refusal());
            return;
        }
        cacheable = verdict.cacheable();
        if (!verdict.cacheable()) {
            warnings.add("Looks at more than target: every execution evaluates it anew, which costs time on busy Macs");
        }
    }

    private void scope(@Nullable ScopeChoice scope, Predicate<ScopeChoice> exists) {
        if (scope == null || !scope.isComplete()) {
            error("scope", "must be ORGANIZATION, or TAG with tagId, or DEVICE with deviceId");
        } else if (!exists.test(scope)) {
            error("scope", scope.kind() == ScopeKind.TAG ? "there is no such tag" : "there is no such device");
        }
    }

    private void texts() {
        String message = text(input.customMessage());
        DialogMessage.refusal(message).ifPresent(why -> error("customMessage", why));
        String link = text(input.customUrl());
        if (!link.isEmpty() && !link.equals(DialogLink.HIDDEN)) {
            DialogLink.refusal(link).ifPresent(why -> error("customUrl", why + ", or null to hide the button"));
            DialogLink.unknownPlaceholders(link)
                    .forEach(unknown -> warnings.add(unknown + " in the link is nothing that Santa fills in"));
        }
        limited("buttonLabel", text(input.buttonLabel()), LONGEST_LABEL);
        limited("comment", text(input.comment()), LONGEST_COMMENT);
        boolean shows = input.policy() == null || WITH_DIALOG.contains(input.policy());
        if (!shows && !(message + link + text(input.buttonLabel())).isEmpty()) {
            warnings.add("The dialog of this policy is never shown, and with it neither message, link nor button");
        }
    }

    private void limited(String field, String text, int longest) {
        if (text.length() > longest) {
            error(field, "must have at most " + longest + " characters, not " + text.length());
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            error(field, "must not contain control characters");
        }
    }

    private RuleDraft draft(String identifier) {
        return new RuleDraft(
                Objects.requireNonNull(input.ruleType()),
                identifier,
                Objects.requireNonNull(input.policy()),
                text(input.celExpression()),
                Objects.requireNonNull(input.scope()),
                text(input.customMessage()),
                text(input.customUrl()),
                text(input.buttonLabel()),
                text(input.comment()),
                input.ownerId(),
                input.expiresAt() == null ? null : input.expiresAt().truncatedTo(ChronoUnit.MILLIS));
    }

    private void error(String field, @Nullable String message) {
        errors.add(new FieldError(field, String.valueOf(message)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
