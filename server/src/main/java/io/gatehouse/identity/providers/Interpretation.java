package io.gatehouse.identity.providers;

import java.util.List;
import java.util.Map;

/**
 * What a provider's word about a person means here.
 *
 * @param email empty when the provider gives none
 * @param gained the rules that hold
 */
public record Interpretation(
        String email,
        String displayName,
        String department,
        String title,
        String costCenter,
        String manager,
        List<MappingRule> gained) {

    private static final int LONGEST_FACT = 120;
    private static final int LONGEST_COST_CENTER = 60;

    /** Reads the claims by the provider's names and rules. */
    public static Interpretation of(ClaimNames names, List<MappingRule> rules, Map<String, List<String>> claims) {
        String email = first(claims, names.email(), 254);
        String name = first(claims, names.displayName(), LONGEST_FACT);
        return new Interpretation(
                email,
                name.isEmpty() ? email.replaceFirst("@.*", "") : name,
                first(claims, names.department(), LONGEST_FACT),
                first(claims, names.title(), LONGEST_FACT),
                first(claims, names.costCenter(), LONGEST_COST_CENTER),
                first(claims, names.manager(), 254),
                rules.stream().filter(rule -> rule.holds(claims)).toList());
    }

    /** With the e-mail address in the form in which addresses are kept. */
    public Interpretation withEmail(String normalized) {
        return new Interpretation(normalized, displayName, department, title, costCenter, manager, gained);
    }

    /** Whether some rule gives a role. */
    public boolean givesRole() {
        return gained.stream().anyMatch(rule -> !rule.joinsTeam());
    }

    private static String first(Map<String, List<String>> claims, String name, int longest) {
        String value = claims.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= longest ? line : line.substring(0, longest);
    }
}
