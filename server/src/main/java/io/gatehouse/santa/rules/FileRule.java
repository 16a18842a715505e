package io.gatehouse.santa.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.kernel.Export;
import io.gatehouse.santa.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in a file: by names rather than ids, so that a file can be kept under version control and moved to
 * another organization. Absent is empty.
 *
 * @param scope {@code organization}, {@code tag:NAME} or {@code device:MACHINE-ID}
 * @param owner e-mail address
 * @param expiresAt ISO 8601 instant
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FileRule(
        String ruleType,
        String identifier,
        String policy,
        String celExpression,
        String scope,
        String customMessage,
        String customUrl,
        String buttonLabel,
        String comment,
        String owner,
        String expiresAt) {

    static final String ORGANIZATION = "organization";
    static final String TAG = "tag:";
    static final String DEVICE = "device:";

    /** Titles of the columns and names of the JSON fields. */
    static final List<Export.Column<FileRule>> COLUMNS = List.of(
            column("ruleType", FileRule::ruleType),
            column("identifier", FileRule::identifier),
            column("policy", FileRule::policy),
            column("celExpression", FileRule::celExpression),
            column("scope", FileRule::scope),
            column("customMessage", FileRule::customMessage),
            column("customUrl", FileRule::customUrl),
            column("buttonLabel", FileRule::buttonLabel),
            column("comment", FileRule::comment),
            column("owner", FileRule::owner),
            column("expiresAt", FileRule::expiresAt));

    private static final String PROTECTED = "=+-@\t\r'";

    static FileRule of(Rule rule) {
        return new FileRule(
                rule.ruleType().name(),
                rule.identifier(),
                rule.policy().name(),
                text(rule.celExpression()),
                scope(rule.scope()),
                text(rule.customMessage()),
                text(rule.customUrl()),
                text(rule.buttonLabel()),
                text(rule.comment()),
                rule.owner() == null ? "" : rule.owner().email(),
                text(rule.expiresAt()));
    }

    /** From the fields of one record; fields that are not there are empty. */
    static FileRule of(Map<String, String> fields) {
        Function<String, String> value = name -> fields.getOrDefault(name, "");
        return new FileRule(
                value.apply("ruleType"),
                value.apply("identifier"),
                value.apply("policy"),
                value.apply("celExpression"),
                value.apply("scope"),
                value.apply("customMessage"),
                value.apply("customUrl"),
                value.apply("buttonLabel"),
                value.apply("comment"),
                value.apply("owner"),
                value.apply("expiresAt"));
    }

    /** Takes back the protection that {@link Export} and the columns put before a cell. */
    static String unprotected(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && PROTECTED.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static Export.Column<FileRule> column(String title, Function<FileRule, String> value) {
        // A quote of the text's own is doubled, so that it is told from one that protects.
        return new Export.Column<>(title, rule -> {
            String text = value.apply(rule);
            return text.startsWith("'") ? "'" + text : text;
        });
    }

    private static String scope(Scope scope) {
        if (scope.tag() != null) {
            return TAG + scope.tag().name();
        }
        return scope.device() == null ? ORGANIZATION : DEVICE + scope.device().machineId();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : Objects.toString(value);
    }
}
