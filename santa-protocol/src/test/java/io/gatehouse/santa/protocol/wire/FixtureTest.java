package io.gatehouse.santa.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.message.Message;
import io.gatehouse.santa.protocol.message.PostflightResponse;
import io.gatehouse.santa.protocol.message.RuleDownloadResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every message against bytes that were written by hand. */
final class FixtureTest {

    private final SantaCodec codec = new SantaCodec(WireLimits.DEFAULT);

    static List<Fixtures.Fixture> all() {
        return Stream.concat(Fixtures.requests().stream(), Fixtures.responses().stream())
                .toList();
    }

    static List<Fixtures.Fixture> responses() {
        return Fixtures.responses();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsJson(Fixtures.Fixture fixture) throws WireException {
        assertThat(codec.<Message>read(type(fixture), WireFormat.JSON, fixture.json()))
                .isEqualTo(fixture.message());
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsProtobuf(Fixtures.Fixture fixture) throws WireException {
        assertThat(codec.<Message>read(type(fixture), WireFormat.PROTOBUF, fixture.protobuf()))
                .isEqualTo(fixture.message());
    }

    @ParameterizedTest
    @MethodSource("responses")
    void writesJsonToTheByte(Fixtures.Fixture fixture) {
        String written = new String(codec.write(fixture.message(), WireFormat.JSON), StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(new String(fixture.json(), StandardCharsets.UTF_8).strip());
    }

    @ParameterizedTest
    @MethodSource("responses")
    void writesProtobufToTheByte(Fixtures.Fixture fixture) {
        assertThat(codec.write(fixture.message(), WireFormat.PROTOBUF)).isEqualTo(fixture.protobuf());
    }

    @Test
    void writesAnEmptyAnswerThatClientsTake() {
        assertThat(codec.write(new PostflightResponse(), WireFormat.JSON))
                .isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(codec.write(new PostflightResponse(), WireFormat.PROTOBUF)).isEmpty();
    }

    @Test
    void namesTheRulesOfAPageWithoutAny() {
        RuleDownloadResponse nothing = new RuleDownloadResponse(List.of(), "");

        assertThat(codec.write(nothing, WireFormat.JSON)).isEqualTo("{\"rules\":[]}".getBytes(StandardCharsets.UTF_8));
        assertThat(codec.write(nothing, WireFormat.PROTOBUF)).isEmpty();
    }

    @Test
    void guardsJsonAnswersWhenAskedTo() {
        SantaCodec guarded = codec.withInclusionGuard();
        assertThat(guarded.write(new PostflightResponse(), WireFormat.JSON))
                .isEqualTo(")]}'\n{}".getBytes(StandardCharsets.UTF_8));
        assertThat(guarded.write(new PostflightResponse(), WireFormat.PROTOBUF)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Class<Message> type(Fixtures.Fixture fixture) {
        return (Class<Message>) fixture.message().getClass();
    }
}
