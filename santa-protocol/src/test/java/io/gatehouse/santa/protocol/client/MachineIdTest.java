package io.gatehouse.santa.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineIdTest {

    @ParameterizedTest
    @CsvSource({
        "27FC2D1B-6C05-4C4C-A4A2-2C5BEE5D8A93, 27FC2D1B-6C05-4C4C-A4A2-2C5BEE5D8A93",
        "kim%27s%20Mac, kim's Mac",
        "a+b, a+b",
        "a%2Fb%2fc, a/b/c",
        "%E2%98%83, ☃",
        "☃, ☃",
        "100%25, 100%",
        "%F0%9F%98%80, 😀",
    })
    void decodesAnyText(String segment, String expected) throws InvalidMachineIdException {
        assertThat(MachineId.ofPathSegment(segment).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%20",
                " ",
                "%",
                "a%",
                "a%2",
                "%zz",
                "%-1",
                "a%00b",
                "%0A",
                "a%7Fb",
                "%C2%85",
                "%FF",
                "%C0%AF",
                "%ED%A0%80",
                "%E2%98",
                "\uD800"
            })
    void refusesWhatNamesNoMachine(String segment) {
        assertThatExceptionOfType(InvalidMachineIdException.class)
                .isThrownBy(() -> MachineId.ofPathSegment(segment))
                .withMessageStartingWith("The machine id must");
    }

    @Test
    void boundsTheLengthInBytes() throws InvalidMachineIdException {
        assertThat(MachineId.ofPathSegment("x".repeat(256)).value()).hasSize(256);
        assertThat(MachineId.ofPathSegment("%41".repeat(256)).value()).hasSize(256);
        assertThatExceptionOfType(InvalidMachineIdException.class)
                .isThrownBy(() -> MachineId.ofPathSegment("x".repeat(257)));
        assertThatExceptionOfType(InvalidMachineIdException.class)
                .isThrownBy(() -> MachineId.ofPathSegment("ä".repeat(129)));
        assertThatExceptionOfType(InvalidMachineIdException.class)
                .isThrownBy(() -> MachineId.ofPathSegment("%41".repeat(10_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MachineId("a\nb"));
    }

    @Test
    void knowsTheDoctorsProbe() throws InvalidMachineIdException {
        assertThat(MachineId.ofPathSegment("santactl-doctor-test").isDoctorProbe())
                .isTrue();
        assertThat(new MachineId("C02").isDoctorProbe()).isFalse();
    }
}
