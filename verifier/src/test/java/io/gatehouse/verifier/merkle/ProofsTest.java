package io.gatehouse.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.honest.NaiveTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProofsTest {

    private static final int LARGEST = 40;
    private final NaiveTree tree = new NaiveTree();

    /** The roots that implementations of Certificate Transparency are compared by. */
    @Test
    void computesTheRootsOfTheReferenceTree() {
        String[] leaves = {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
        };
        String[] roots = {
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        CompactRange range = new CompactRange();
        assertThat(hex(range.root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < leaves.length; i++) {
            range.append(Hash.leaf(HexFormat.of().parseHex(leaves[i])));
            assertThat(hex(range.root())).isEqualTo(roots[i]);
        }
    }

    /** All indexes in all trees of up to 40 leaves; no proof is good for another index, size or root. */
    @Test
    void inclusionHoldsForItsPlaceOnly() throws Exception {
        grow();
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = hashes(tree.inclusion(index, size));
                Hash leaf = Hash.of(tree.leaf(index));
                assertThat(Proofs.rootByInclusion(index, size, leaf, proof)).contains(root(size));
                assertThat(Proofs.rootByInclusion(size, size, leaf, proof)).isEmpty();
                for (int other = 0; other < size; other++) {
                    if (other != index) {
                        assertThat(Proofs.rootByInclusion(other, size, leaf, proof))
                                .isNotEqualTo(Optional.of(root(size)));
                    }
                }
                List<Hash> longer = new ArrayList<>(proof);
                longer.add(leaf);
                assertThat(Proofs.rootByInclusion(index, size, leaf, longer)).isEmpty();
                if (!proof.isEmpty()) {
                    assertThat(Proofs.rootByInclusion(index, size, leaf, proof.subList(1, proof.size())))
                            .isEmpty();
                }
            }
        }
    }

    /** All pairs of sizes up to 40; no proof is good for another old or new root, or with a hash less, more or changed. */
    @Test
    void consistencyHoldsForItsSizesOnly() throws Exception {
        grow();
        for (int size = 0; size <= LARGEST; size++) {
            for (int from = 0; from <= size; from++) {
                List<Hash> proof = hashes(tree.consistency(from, size));
                assertThat(Proofs.isConsistent(from, root(from), size, root(size), proof))
                        .isTrue();
                assertThat(Proofs.isConsistent(size + 1, root(from), size, root(size), proof))
                        .isFalse();
                Hash other = Hash.leaf("other".getBytes(StandardCharsets.UTF_8));
                assertThat(Proofs.isConsistent(from, other, size, root(size), proof))
                        .isFalse();
                if (from > 0) {
                    assertThat(Proofs.isConsistent(from, root(from), size, other, proof))
                            .isFalse();
                }
                List<Hash> longer = new ArrayList<>(proof);
                longer.add(other);
                assertThat(Proofs.isConsistent(from, root(from), size, root(size), longer))
                        .isFalse();
                for (int i = 0; i < proof.size(); i++) {
                    List<Hash> changed = new ArrayList<>(proof);
                    changed.set(i, other);
                    assertThat(Proofs.isConsistent(from, root(from), size, root(size), changed))
                            .isFalse();
                    changed.remove(i);
                    assertThat(Proofs.isConsistent(from, root(from), size, root(size), changed))
                            .isFalse();
                }
            }
        }
    }

    private void grow() {
        for (int i = 0; i < LARGEST; i++) {
            tree.add(NaiveTree.sha256(new byte[] {(byte) i}));
        }
    }

    private Hash root(int size) throws MalformedException {
        return Hash.of(tree.root(size));
    }

    private static List<Hash> hashes(List<byte[]> bytes) throws MalformedException {
        List<Hash> hashes = new ArrayList<>();
        for (byte[] hash : bytes) {
            hashes.add(Hash.of(hash));
        }
        return hashes;
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
