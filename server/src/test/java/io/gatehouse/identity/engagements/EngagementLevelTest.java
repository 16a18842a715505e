package io.gatehouse.identity.engagements;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Compares the levels with the file that people review. */
final class EngagementLevelTest {

    private static final int HEADER = 1;

    @Test
    void eachLevelAllowsWhatTheFileSaysAndNothingElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> rows = rows();
        for (String row : rows) {
            String[] cells = row.split(";");
            for (EngagementLevel level : EngagementLevel.values()) {
                boolean allowed = cells[1 + level.ordinal()].equals("allow");
                if (level.permissions().contains(Permission.valueOf(cells[0])) != allowed) {
                    wrong.add(level + " " + cells[0]);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(Permission.values().length);
    }

    @Test
    void nobodyMayMoreThanTheirRoleAtTheProvider() {
        for (Role role : Role.values()) {
            for (EngagementLevel level : EngagementLevel.values()) {
                Set<Permission> both = new HashSet<>(level.permissions());
                both.retainAll(role.permissions());
                assertThat(level.permissionsOf(role.permissions()))
                        .as("%s as %s", level, role)
                        .isEqualTo(both);
            }
        }
    }

    private static List<String> rows() throws IOException {
        return new ClassPathResource("permissions/engagement-levels.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(HEADER)
                .toList();
    }
}
