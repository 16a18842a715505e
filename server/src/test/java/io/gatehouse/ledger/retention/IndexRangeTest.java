package io.gatehouse.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class IndexRangeTest {

    @Test
    void neighboursAreOneRange() {
        assertThat(IndexRange.of(List.of())).isEmpty();
        assertThat(IndexRange.of(List.of(7L))).containsExactly(new IndexRange(7, 7));
        assertThat(IndexRange.of(List.of(0L, 1L, 2L, 4L, 6L, 7L)))
                .containsExactly(new IndexRange(0, 2), new IndexRange(4, 4), new IndexRange(6, 7));
        assertThat(IndexRange.of(LongStream.range(0, 1_000).boxed().toList())).containsExactly(new IndexRange(0, 999));
    }
}
