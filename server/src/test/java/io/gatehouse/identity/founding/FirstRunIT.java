package io.gatehouse.identity.founding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.Gatehouse;
import io.gatehouse.postgres.Database;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestDatabase;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The first start on an empty database, as a stranger with the log in hand lives through it. */
@ExtendWith(OutputCaptureExtension.class)
final class FirstRunIT {

    private static final Pattern CODE = Pattern.compile("First-run code: (\\S{4}-\\S{4}-\\S{4})");

    @Test
    void isDoneOnceByWhoReadsTheLog(CapturedOutput output) {
        Database database = TestDatabase.fresh("first_run");
        try (ConfigurableApplicationContext server = start(database)) {
            Api browser = new Api(
                    URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port")), null);
            assertThat(browser.get("/api/setup").json().at("/required").asBoolean())
                    .isTrue();
            browser.get("/api/session");
            assertThat(browser.post("/api/setup", setup("AAAA-AAAA-AAAA", "admin@example.test"))
                            .status())
                    .isEqualTo(403);
            Matcher code = CODE.matcher(output);
            assertThat(code.find()).isTrue();
            assertThat(browser.post("/api/setup", setup(code.group(1), "operator@example.test"))
                            .status())
                    .isEqualTo(422);
            Api.Answer done = browser.post("/api/setup", setup(code.group(1), "admin@example.test"));
            assertThat(done.status()).isEqualTo(201);
            assertThat(browser.post("/api/setup", setup(code.group(1), "other@example.test"))
                            .status())
                    .isEqualTo(409);
            assertThat(browser.get("/api/setup").json().at("/required").asBoolean())
                    .isFalse();
            Api.Answer admin = browser.signIn("admin@example.test", "the admin's pass phrase");
            assertThat(admin.json().at("/operator").asBoolean()).isFalse();
            assertThat(admin.json().at("/memberships/0/roles/0").asString()).isEqualTo("SUPER_ADMIN");
            assertThat(browser.signIn("operator@example.test", "the operator's pass phrase")
                            .json()
                            .at("/operator")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static Map<String, Object> setup(String code, String adminEmail) {
        return Map.of(
                "code",
                code,
                "operator",
                Map.of(
                        "email",
                        "operator@example.test",
                        "displayName",
                        "Operator",
                        "password",
                        "the operator's pass phrase"),
                "organization",
                Map.of("name", "First", "kind", "PROVIDER"),
                "admin",
                Map.of("email", adminEmail, "displayName", "Admin", "password", "the admin's pass phrase"));
    }

    private static ConfigurableApplicationContext start(Database database) {
        return new SpringApplicationBuilder(Gatehouse.class)
                .run(
                        "--server.port=0",
                        "--gatehouse.database.url=" + database.url(),
                        "--gatehouse.database.owner.username=" + database.ownerUser(),
                        "--gatehouse.database.owner.password=" + database.ownerPassword(),
                        "--gatehouse.database.application.username=" + database.applicationUser(),
                        "--gatehouse.database.application.password=" + database.applicationPassword(),
                        "--gatehouse.database.data-folder=" + TestDatabase.dataFolder(),
                        "--gatehouse.password.memory=64KB",
                        "--gatehouse.password.iterations=1");
    }
}
