package io.gatehouse.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.identity.session.Program;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Runs every call of the guide as it stands there. */
@ServerTest
final class ApiGuideIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(curl .*?)```", Pattern.DOTALL);

    private static final Pattern TOKEN =
            Pattern.compile("\"(user_code|device_code|access_token|refresh_token)\":\"([^\"]+)\"");

    private final TestOrganization acme;
    private final String address;

    @Autowired
    ApiGuideIT(TestOrganizations organizations, Environment environment) {
        this.acme = organizations.enterprise();
        this.address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @Test
    void everyCallOfTheGuideWorks() throws IOException, InterruptedException {
        List<Permission> permissions = Role.SECURITY_ADMIN.permissions().stream()
                .filter(permission -> !Program.FOR_PEOPLE.contains(permission))
                .toList();
        String key = acme.key(acme.serviceAccount(permissions), permissions);
        List<String> calls = BLOCK.matcher(Files.readString(Path.of("..", "docs", "guides", "api.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```sh\n".length(), block.length() - "```".length()))
                .toList();
        assertThat(calls).hasSize(9);
        Map<String, String> got = new HashMap<>();
        for (String call : calls) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", call).redirectErrorStream(true);
            shell.environment().put("GATEHOUSE", address);
            shell.environment().put("GATEHOUSE_KEY", key);
            shell.environment().put("ORGANIZATION", acme.id().toString());
            shell.environment().putAll(got);
            Process process = shell.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(call + output).isZero();
            TOKEN.matcher(output)
                    .results()
                    .forEach(field -> got.put(field.group(1).toUpperCase(Locale.ROOT), field.group(2)));
            if (call.contains("device_authorization")) {
                allow(got.get("USER_CODE"));
            }
        }
    }

    /** What the guide lets a person do in the console. */
    private void allow(String userCode) {
        Map<String, Object> consent = Map.of(
                "userCode",
                userCode,
                "organizationId",
                acme.id().toString(),
                "permissions",
                List.of(Permission.RULE_READ.code()));
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .post("/api/account/connections", consent)
                        .status())
                .isEqualTo(201);
    }
}
