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
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Runs every call of the guide as it stands there. */
@ServerTest
final class ApiGuideIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(curl .*?)```", Pattern.DOTALL);

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
        assertThat(calls).hasSize(4);
        for (String call : calls) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", call).redirectErrorStream(true);
            shell.environment().put("GATEHOUSE", address);
            shell.environment().put("GATEHOUSE_KEY", key);
            shell.environment().put("ORGANIZATION", acme.id().toString());
            Process process = shell.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(call + output).isZero();
        }
    }
}
