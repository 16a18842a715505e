package io.gatehouse.verifier.honest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The log whose leaves are the texts of other logs' checkpoints. */
public final class HonestLogOfLogs {

    private static final String ORIGIN = "gatehouse.example:8080/ledger";

    private final NaiveTree tree = new NaiveTree();
    private final List<String> leaves = new ArrayList<>();
    private final Signer signer = Signer.log(ORIGIN);

    public List<String> keys() {
        return signer.keys();
    }

    public void add(HonestLog log) {
        add(head(log.origin, log.tree));
    }

    public void add(String leaf) {
        leaves.add(leaf);
        tree.add(NaiveTree.sha256(new byte[1], leaf.getBytes(StandardCharsets.UTF_8)));
    }

    /** A C2SP tlog-proof of a checkpoint. */
    public String proof(int index) {
        byte[] root = tree.root(tree.size());
        return "c2sp.org/tlog-proof@v1\nextra "
                + Text.base64(leaves.get(index).getBytes(StandardCharsets.UTF_8)) + "\nindex " + index + "\n"
                + tree.inclusion(index, tree.size()).stream()
                        .map(hash -> Text.base64(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n" + head(ORIGIN, tree) + "\n" + signer.sign(ORIGIN, tree.size(), root, 1_800_000_000);
    }

    private static String head(String origin, NaiveTree tree) {
        return origin + "\n" + tree.size() + "\n" + Text.base64(tree.root(tree.size())) + "\n";
    }
}
