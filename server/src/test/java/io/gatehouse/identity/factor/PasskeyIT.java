package io.gatehouse.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.PasskeyDevice;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys as second factor, instead of the password, and for single actions; and what a forger tries. */
@ServerTest
final class PasskeyIT {

    private static final String SECOND_STEP = "/api/session/second-factor";
    private static final String SIGN_IN = "/api/session/passkey";
    private static final String OPTIONS = "/api/session/passkey/options";
    private static final String SECOND_STEP_OPTIONS = SECOND_STEP + "/passkey-options";
    private static final String PASSKEYS = "/api/account/factors/passkeys";

    private final TestOrganization acme;
    private final PersonRef person;
    private final Api own;
    private final TestClock clock;

    @Autowired
    PasskeyIT(TestOrganizations organizations, TestClock clock) {
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.AUDITOR);
        this.own = acme.as(person);
        this.clock = clock;
    }

    @Test
    void isTheSecondFactorAfterThePassword() {
        PasskeyDevice device = new PasskeyDevice().withoutCheckingItsHolder().addTo(own, "Laptop");
        Api browser = knowsThePassword();
        Api.Answer options = browser.post(SECOND_STEP_OPTIONS);
        assertThat(options.json().at("/allowCredentials").size()).isOne();
        assertThat(browser.post(SECOND_STEP, proof(device.sign(options.json()))).status())
                .isEqualTo(200);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void signsInWithoutAPasswordWhenTheDeviceChecksItsHolder() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        Api browser = stranger();
        Api.Answer options = browser.post(OPTIONS);
        assertThat(options.json().at("/allowCredentials").size()).isZero();
        assertThat(options.json().at("/userVerification").asString()).isEqualTo("required");
        Api.Answer session = browser.post(SIGN_IN, answer(device.sign(options.json())));
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().at("/person/id").asString())
                .isEqualTo(person.id().toString());
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=person.sign-in&objectId=" + person.id())
                        .json()
                        .at("/items/0/after/factors")
                        .toString())
                .isEqualTo("[\"PASSKEY\"]");
    }

    @Test
    void alsoSignsInFromASessionThatWaitsForTheSecondStep() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        Api browser = knowsThePassword();
        assertThat(browser.post(
                                SIGN_IN,
                                answer(device.sign(browser.post(OPTIONS).json())))
                        .status())
                .isEqualTo(200);
        assertThat(stranger().post(SECOND_STEP_OPTIONS).status()).isEqualTo(401);
    }

    @Test
    void refusesADeviceThatDoesNotCheckItsHolderInsteadOfThePassword() {
        PasskeyDevice device = new PasskeyDevice().withoutCheckingItsHolder().addTo(own, "Key");
        Api browser = stranger();
        assertThat(browser.post(
                                SIGN_IN,
                                answer(device.sign(browser.post(OPTIONS).json())))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesAnAnswerOnceAndOnlyForWhatWasAsked() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        Api browser = stranger();
        Map<String, String> signed = answer(device.sign(browser.post(OPTIONS).json()));
        assertThat(browser.post(SIGN_IN, signed).status()).isEqualTo(200);
        assertThat(stranger().post(SIGN_IN, signed).status()).as("again").isEqualTo(401);
        Api waiting = knowsThePassword();
        String forSecondStep = device.sign(waiting.post(SECOND_STEP_OPTIONS).json());
        assertThat(stranger().post(SIGN_IN, answer(forSecondStep)).status())
                .as("an answer for the second step")
                .isEqualTo(401);
        Api another = stranger();
        String forSignIn = device.sign(another.post(OPTIONS).json());
        assertThat(knowsThePassword().post(SECOND_STEP, proof(forSignIn)).status())
                .as("an answer for signing in")
                .isEqualTo(422);
        String late = device.sign(another.post(OPTIONS).json());
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(6))) {
            assertThat(another.post(SIGN_IN, answer(late)).status()).as("late").isEqualTo(401);
        }
    }

    @Test
    void refusesAnotherSiteAnotherKeyAndAnotherPerson() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        Api browser = stranger();
        assertThat(browser.post(
                                SIGN_IN,
                                answer(device.at("https://evil.example")
                                        .sign(browser.post(OPTIONS).json())))
                        .status())
                .as("another site")
                .isEqualTo(401);
        assertThat(browser.post(
                                SIGN_IN,
                                answer(new PasskeyDevice()
                                        .sign(browser.post(OPTIONS).json())))
                        .status())
                .as("an unknown key")
                .isEqualTo(401);
        PersonRef other = acme.another(Role.END_USER);
        PasskeyDevice others = new PasskeyDevice().addTo(acme.as(other), "Phone");
        Api waiting = knowsThePassword();
        assertThat(waiting.post(
                                SECOND_STEP,
                                proof(others.sign(
                                        waiting.post(SECOND_STEP_OPTIONS).json())))
                        .status())
                .as("another person's")
                .isEqualTo(422);
        for (String broken : new String[] {"{", "{}", "[]", "null", "\"x\"", "{\"response\":{}}", "x".repeat(8000)}) {
            assertThat(browser.post(SIGN_IN, answer(broken)).status())
                    .as(broken)
                    .isEqualTo(401);
        }
        assertThat(browser.post(SIGN_IN, answer("x".repeat(8193))).status()).isEqualTo(422);
    }

    /** 200 mutations of right answers, each at one place: never a failure of the server, never another person. */
    @Test
    void aDamagedAnswerIsRefusedAndBreaksNothing() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        Random random = new Random(7);
        Api browser = stranger();
        for (int i = 0; i < 200; i++) {
            StringBuilder text =
                    new StringBuilder(device.sign(browser.post(OPTIONS).json()));
            text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
            assertThat(browser.post(SIGN_IN, answer(text.toString())).status())
                    .as(text.toString())
                    .isIn(200, 401);
        }
        Api other = acme.as(acme.another(Role.END_USER));
        String made = device.make(other.post(PASSKEYS + "/options").json());
        assertThat(other.post(PASSKEYS, Map.of("name", "x", "answer", made.replace("attestationObject", "nothing")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesACopyWhoseCountOfSignaturesGoesBack() {
        PasskeyDevice device = new PasskeyDevice().counting(10).addTo(own, "Key");
        Api browser = stranger();
        assertThat(browser.post(
                                SIGN_IN,
                                answer(device.counting(20)
                                        .sign(browser.post(OPTIONS).json())))
                        .status())
                .isEqualTo(200);
        Api copy = stranger();
        assertThat(copy.post(
                                SIGN_IN,
                                answer(device.counting(15)
                                        .sign(copy.post(OPTIONS).json())))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void isAddedOnlyInAnswerToOwnFreshOptions() {
        PasskeyDevice device = new PasskeyDevice();
        String made = device.make(own.post(PASSKEYS + "/options").json());
        Api other = acme.as(acme.another(Role.END_USER));
        assertThat(other.post(PASSKEYS, Map.of("name", "Mine now", "answer", made))
                        .status())
                .isEqualTo(422);
        String session = own.cookie("GATEHOUSE_SESSION");
        assertThat(own.post(PASSKEYS, Map.of("name", "Laptop", "answer", made)).status())
                .isEqualTo(200);
        assertThat(own.cookie("GATEHOUSE_SESSION")).isNotEqualTo(session);
        assertThat(own.post(PASSKEYS, Map.of("name", "Again", "answer", made)).status())
                .isEqualTo(422);
        other.freshFactor(null);
        assertThat(other.post(PASSKEYS + "/options").status()).isEqualTo(403);
    }

    @Test
    void isNamedAndRemovedByItsOwnerWithAFreshFactor() {
        PasskeyDevice device = new PasskeyDevice().addTo(own, "Laptop");
        String id = own.get("/api/account/factors").json().at("/passkeys/0/id").asString();
        Api other = acme.as(acme.another(Role.END_USER));
        assertThat(other.put(PASSKEYS + "/" + id, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(other.delete(PASSKEYS + "/" + id).status()).isEqualTo(404);
        assertThat(own.put(PASSKEYS + "/" + id, Map.of("name", "Work laptop")).status())
                .isEqualTo(204);
        assertThat(own.get("/api/account/factors").json().at("/passkeys/0/name").asString())
                .isEqualTo("Work laptop");
        assertThat(own.delete(PASSKEYS + "/" + id).status())
                .as("the password is no longer enough")
                .isEqualTo(403);
        own.freshFactor(null);
        String waiting = own.delete(PASSKEYS + "/" + id).header("X-Fresh-Factor");
        assertThat(own.confirm(
                                waiting,
                                proof(device.sign(own.post(SECOND_STEP_OPTIONS).json())))
                        .status())
                .isEqualTo(204);
        assertThat(own.send("DELETE", PASSKEYS + "/" + id, null, Map.of("X-Fresh-Factor", waiting))
                        .status())
                .isEqualTo(204);
        assertThat(own.get("/api/account/factors").json().at("/backupCodesLeft").asInt())
                .isZero();
        assertThat(acme.as(person).get("/api/session").status()).isEqualTo(200);
    }

    private Api stranger() {
        Api browser = acme.anonymous();
        browser.get("/api/session");
        return browser;
    }

    private Api knowsThePassword() {
        Api browser = acme.anonymous();
        assertThat(browser.signIn(person.email(), TestOrganizations.PASSWORD).status())
                .isEqualTo(401);
        return browser;
    }

    private static Map<String, String> answer(String text) {
        return Map.of("answer", text);
    }

    private static Map<String, String> proof(String text) {
        return SecondFactor.proof("PASSKEY", text);
    }
}
