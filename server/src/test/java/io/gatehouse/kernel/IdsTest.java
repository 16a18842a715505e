package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids of new rows. */
final class IdsTest {

    @Test
    void laterOnesSortAfterEarlierOnesAsTextAndThusInTheDatabase() {
        List<String> ids =
                Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.charAt(14) == '7');
    }
}
