package io.gatehouse.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares with RFC 6962 word for word: all trees and proofs up to 140 leaves, and 60 random ones of up to 70,000. */
final class TreeTest {

    private static final int SMALL = 140;
    private static final int LARGE = 70_000;

    @Test
    void rootsAreThoseOfTheStandardHoweverOftenTheEdgeIsPutAway() {
        GrownTree tree = GrownTree.of(0);
        for (int size = 1; size <= SMALL * 4; size++) {
            tree.append(Merkle.leaf(new byte[] {(byte) size, (byte) (size >> 8)}));
            if (size % 3 == 0) {
                tree.forget();
            }
            assertThat(tree.root()).isEqualTo(PlainTree.root(tree.leaves(size)));
        }
    }

    @Test
    void proofsOfSmallTreesAreThoseOfTheStandard() {
        GrownTree tree = GrownTree.of(SMALL);
        for (int size = 1; size <= SMALL; size++) {
            List<byte[]> leaves = tree.leaves(size);
            for (int m = 0; m < size; m++) {
                assertSame(tree.hashes(Paths.inclusion(m, size)), PlainTree.path(m, leaves));
                assertSame(tree.hashes(Paths.consistency(m + 1, size)), PlainTree.proof(m + 1, leaves));
            }
        }
    }

    @Test
    void proofsOfLargeTreesAreThoseOfTheStandard() {
        GrownTree tree = GrownTree.of(LARGE);
        Random random = new Random(6962);
        for (int i = 0; i < 60; i++) {
            int size = 1 + random.nextInt(LARGE);
            int m = random.nextInt(size);
            List<byte[]> leaves = tree.leaves(size);
            assertSame(tree.hashes(Paths.inclusion(m, size)), PlainTree.path(m, leaves));
            assertSame(tree.hashes(Paths.consistency(m + 1, size)), PlainTree.proof(m + 1, leaves));
        }
        // 273 whole tiles of leaves and one whole tile above them.
        assertThat(tree.nodes()).isEqualTo(273 + 1);
        assertThat(tree.root()).isEqualTo(PlainTree.root(tree.leaves(LARGE)));
    }

    /** Values of the reference implementation of Certificate Transparency. */
    @Test
    void hashesAreThoseThatOthersCompute() {
        assertThat(HexFormat.of().formatHex(Merkle.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        Edge edge = Edge.empty();
        for (String entry : List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657")) {
            edge.append(Merkle.leaf(HexFormat.of().parseHex(entry)), _ -> {});
        }
        assertThat(HexFormat.of().formatHex(edge.root()))
                .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Edge.of(3, new byte[32]));
        assertThatIllegalArgumentException().isThrownBy(() -> Paths.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Paths.inclusion(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Paths.consistency(6, 5));
        assertThat(Paths.consistency(0, 5)).isEmpty();
        assertThat(Paths.consistency(5, 5)).isEmpty();
    }

    private static void assertSame(List<byte[]> tested, List<byte[]> expected) {
        assertThat(tested.toArray(byte[][]::new)).isDeepEqualTo(expected.toArray(byte[][]::new));
    }
}
