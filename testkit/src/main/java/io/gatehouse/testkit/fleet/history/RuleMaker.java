package io.gatehouse.testkit.fleet.history;

import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Device;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Organization;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Scope;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Tag;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleTexts;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.util.List;
import java.util.Random;

/** Makes rules over so few identifiers that scopes must collide. */
final class RuleMaker {
    private static final int IDENTIFIERS_PER_TYPE = 4;
    private static final List<RulePolicy> POLICIES = List.of(
            RulePolicy.ALLOWLIST,
            RulePolicy.BLOCKLIST,
            RulePolicy.SILENT_BLOCKLIST,
            RulePolicy.SILENT_GUI_BLOCKLIST,
            RulePolicy.SILENT_TTY_BLOCKLIST,
            RulePolicy.ALLOWLIST_COMPILER,
            RulePolicy.CEL);
    private static final List<String> EXPRESSIONS =
            List.of("euid == 0 ? BLOCKLIST : ALLOWLIST", "args.size() > 3", "target.is_platform_binary");

    /** Most rules have none, as in life. */
    private static final List<RuleTexts> TEXTS = List.of(
            RuleTexts.NONE,
            RuleTexts.NONE,
            RuleTexts.NONE,
            new RuleTexts("Not here", "", ""),
            new RuleTexts("", "https://example.test/?m=%machine_id%", "Ask"),
            new RuleTexts("Never", "https://example.test/", ""));

    private final Random random;
    private final List<String> tags;
    private final List<String> machineIds;

    RuleMaker(Random random, List<String> tags, List<String> machineIds) {
        this.random = random;
        this.tags = tags;
        this.machineIds = machineIds;
    }

    Rule next() {
        RuleType type = pick(List.of(RuleType.values()));
        RulePolicy policy = pick(POLICIES);
        boolean compilerMeansNothing = type == RuleType.CERTIFICATE || type == RuleType.TEAMID;
        if (policy == RulePolicy.ALLOWLIST_COMPILER && compilerMeansNothing) {
            policy = RulePolicy.ALLOWLIST;
        }
        String cel = policy == RulePolicy.CEL ? pick(EXPRESSIONS) : "";
        return new Rule(
                scope(), type, identifier(type, random.nextInt(IDENTIFIERS_PER_TYPE)), policy, cel, null, pick(TEXTS));
    }

    private Scope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new Organization();
            case 1 -> new Device(pick(machineIds));
            default -> {
                int position = random.nextInt(tags.size());
                yield new Tag(tags.get(position), position);
            }
        };
    }

    private static String identifier(RuleType type, int number) {
        String digit = String.valueOf(number);
        return switch (type) {
            case BINARY, CERTIFICATE -> digit.repeat(64);
            case CDHASH -> digit.repeat(40);
            case TEAMID -> "TEAM" + digit.repeat(6);
            case SIGNINGID ->
                number == 0 ? "platform:com.example.tool" : "TEAM" + digit.repeat(6) + ":test.Example:" + digit;
        };
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
