package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.ProblemException.FieldError;
import io.gatehouse.santa.dialog.DialogLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the settings of one scope. */
final class SettingsCheck {

    private static final int DAY = 86_400;
    private static final int MINUTE = 60;
    private static final int SHORTEST_DEADLINE = 600;
    private static final int LARGEST_BATCH = 500;
    private static final int LONGEST_LABEL = 48;
    /** What mount takes on a Mac, as Santa passes it on. */
    private static final Set<String> FLAGS =
            Set.of("rdonly", "noexec", "nosuid", "nobrowse", "noowners", "nodev", "async", "-j");

    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private SettingsCheck() {}

    /**
     * Checks all settings.
     *
     * @return warnings in words
     * @throws ProblemException 422 with all errors
     */
    static List<String> warnings(Settings settings) {
        SettingsCheck check = new SettingsCheck();
        check.all(settings);
        if (!check.errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "The settings are not valid: " + check.errors.getFirst().message(),
                    check.errors);
        }
        return List.copyOf(check.warnings);
    }

    private void all(Settings settings) {
        paths("allowedPathRegex", settings.allowedPathRegex());
        paths("blockedPathRegex", settings.blockedPathRegex());
        media("removableMedia", settings.removableMedia());
        media("encryptedRemovableMedia", settings.encryptedRemovableMedia());
        range("batchSize", settings.batchSize(), 1, LARGEST_BATCH);
        range("fullSyncIntervalSeconds", settings.fullSyncIntervalSeconds(), MINUTE, DAY);
        range(
                "pushNotificationFullSyncIntervalSeconds",
                settings.pushNotificationFullSyncIntervalSeconds(),
                MINUTE,
                DAY);
        range(
                "pushNotificationGlobalRuleSyncDeadlineSeconds",
                settings.pushNotificationGlobalRuleSyncDeadlineSeconds(),
                SHORTEST_DEADLINE,
                DAY);
        link(settings.eventDetailUrl());
        String label = settings.eventDetailText();
        if (label != null && (label.isBlank() || label.length() > LONGEST_LABEL || hasControls(label))) {
            error("eventDetailText", "must have 1 to " + LONGEST_LABEL + " printable characters");
        }
    }

    private void paths(String field, @Nullable String expression) {
        if (expression == null) {
            return;
        }
        PathExpressionCheck.Verdict verdict = PathExpressionCheck.of(expression);
        if (verdict.refusal() != null) {
            error(field, verdict.refusal());
        }
        verdict.warnings().forEach(warning -> warnings.add(field + " " + warning));
    }

    private void media(String field, @Nullable MediaPolicy policy) {
        if (policy == null) {
            return;
        }
        if ((policy.action() == MediaPolicy.Action.REMOUNT)
                == policy.remountFlags().isEmpty()) {
            error(field, "must name remountFlags exactly if its action is REMOUNT");
        }
        policy.remountFlags().stream()
                .filter(flag -> !FLAGS.contains(flag))
                .findFirst()
                .ifPresent(flag -> error(
                        field,
                        "remountFlags must be of " + FLAGS.stream().sorted().toList() + ", not " + flag));
    }

    private void range(String field, @Nullable Integer value, int lowest, int highest) {
        if (value != null && (value < lowest || value > highest)) {
            error(field, "must be " + lowest + " to " + highest + ", not " + value);
        }
    }

    private void link(@Nullable String link) {
        if (link == null || link.isEmpty()) {
            return;
        }
        DialogLink.refusal(link).ifPresent(why -> error("eventDetailUrl", why));
        DialogLink.unknownPlaceholders(link)
                .forEach(unknown -> warnings.add("eventDetailUrl holds " + unknown + ", which Santa does not fill in"));
    }

    private void error(String field, @Nullable String message) {
        errors.add(new FieldError("settings." + field, String.valueOf(message)));
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
