package io.gatehouse.santa.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a person writes it.
 *
 * @param celExpression for policy CEL, and only for it
 * @param customMessage HTML of the block dialog, see {@link io.gatehouse.santa.dialog.DialogMessage}
 * @param customUrl address of the dialog's button, or {@code null} written as text to hide the button
 * @param buttonLabel of the dialog's button, at most 48 characters
 * @param ownerId an active member of the organization
 * @param expiresAt in the future
 * @param version of the rule that is to be changed; null for a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleInput(
        @Nullable RuleType ruleType,
        @Nullable String identifier,
        @Nullable Policy policy,
        @Nullable String celExpression,
        @Nullable ScopeChoice scope,
        @Nullable String customMessage,
        @Nullable String customUrl,
        @Nullable String buttonLabel,
        @Nullable String comment,
        @Nullable UUID ownerId,
        @Nullable Instant expiresAt,
        @Nullable Integer version) {

    static RuleInput of(RuleDraft draft) {
        return new RuleInput(
                draft.ruleType(),
                draft.identifier(),
                draft.policy(),
                orNull(draft.celExpression()),
                draft.scope(),
                orNull(draft.customMessage()),
                orNull(draft.customUrl()),
                orNull(draft.buttonLabel()),
                orNull(draft.comment()),
                draft.ownerId(),
                draft.expiresAt(),
                null);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
