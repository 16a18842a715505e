package io.gatehouse.identity.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.identity.providers.Preset;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            address          | https://ldap.example.test
            address          | ldaps://user@ldap.example.test
            address          | ldaps://ldap.example.test/dc=example
            address          | ldap.example.test
            personFilter     | (mail=ada)
            personFilter     | (mail={name}
            baseDn           | people of example.test
            groupBaseDn      | =
            subjectAttribute | entryUUID)(uid=*
            certificates     | -----BEGIN CERTIFICATE----- nothing
            """)
    void whatIsNotOfTheFormIsNamed(String field, String value) {
        assertThatThrownBy(() -> LdapSettings.checked(Preset.OTHER, Map.of(field, value)))
                .hasMessageStartingWith("settings." + field + " must be");
    }

    @Test
    void whatIsUsualForTheProductIsFilledIn() {
        assertThat(LdapSettings.checked(Preset.ACTIVE_DIRECTORY, Map.of("baseDn", "dc=example,dc=test")))
                .containsEntry("subjectAttribute", "objectGUID")
                .containsEntry("groupBaseDn", "dc=example,dc=test");
    }

    /** Only on this very machine may passwords go unencrypted. */
    @ParameterizedTest
    @CsvSource({
        "ldaps://ldap.example.test, true, false, 636",
        "ldap://ldap.example.test, false, true, 389",
        "ldap://10.1.2.3:1389, false, true, 1389",
        "ldap://localhost:1389, false, false, 1389",
        "ldap://127.0.0.1, false, false, 389",
        "ldap://localhost.example.test, false, true, 389"
    })
    void passwordsAreEncryptedOnTheirWay(String address, boolean tls, boolean startsTls, int port) {
        LdapSettings settings = new LdapSettings(URI.create(address), "", "", "", "", "", "");
        assertThat(settings.isTls()).isEqualTo(tls);
        assertThat(settings.startsTls()).isEqualTo(startsTls);
        assertThat(settings.port()).isEqualTo(port);
    }
}
