package io.gatehouse.verifier.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes an export as the contract says. */
final class HonestExport {

    private final HonestLog log;
    private final IntPredicate filter;
    private final boolean withheld;
    private final int consistentWith;
    private final TreeSet<Integer> referred = new TreeSet<>();

    HonestExport(HonestLog log, IntPredicate filter, boolean withheld, int consistentWith) {
        this.log = log;
        this.filter = filter;
        this.withheld = withheld;
        this.consistentWith = consistentWith;
    }

    String write() {
        List<Integer> shown = IntStream.range(0, log.tree.size())
                .filter(index -> filter == null || filter.test(index))
                .boxed()
                .toList();
        String lines = shown.stream().map(this::line).collect(Collectors.joining());
        return header(log.tree.size()) + lines + trailer(shown);
    }

    String header(int size) {
        return "{\"format\":\"gatehouse-ledger\",\"version\":1,\"origin\":\"" + log.origin
                + "\",\"organization\":{\"id\":\"" + log.organization
                + "\",\"name\":\"Example\"},\"exportedAt\":\"2026-12-01T00:00:00Z\",\"exportedBy\":\"Eve\",\"filter\":"
                + (filter == null ? "null" : "{\"text\":\"x\"}") + ",\"values\":\""
                + (withheld ? "withheld" : "included") + "\",\"size\":" + size + "}\n";
    }

    String line(int index) {
        return line(log.entries.get(index), filter != null) + "\n";
    }

    private String line(HonestEntry entry, boolean proven) {
        String proof = proven ? ",\"proof\":" + Text.hashes(log.tree.inclusion(entry.index, log.tree.size())) : "";
        String leaf = "{\"index\":" + entry.index + ",\"leaf\":\"" + Text.base64(entry.leaf()) + "\"";
        if (entry.droppedBy >= 0) {
            referred.add(entry.droppedBy);
            return leaf + ",\"dropped\":" + entry.droppedBy + proof + "}";
        }
        List<String> values = new ArrayList<>();
        for (HonestEntry.Value value : entry.values) {
            if (value.erasedBy >= 0) {
                referred.add(value.erasedBy);
            }
            values.add(Text.quote(value.pointer) + ":" + value.told(withheld));
        }
        return leaf + ",\"entry\":" + entry.json + ",\"values\":{" + String.join(",", values) + "}" + proof + "}";
    }

    String trailer(List<Integer> shown) {
        String handovers = IntStream.range(0, log.handovers.size())
                .mapToObj(i -> "{\"checkpoint\":" + Text.quote(log.handovers.get(i)) + ",\"proof\":"
                        + Text.hashes(log.tree.consistency(log.handoverSizes.get(i), log.tree.size())) + "}")
                .collect(Collectors.joining(","));
        String consistency = consistentWith < 0
                ? "null"
                : "{\"from\":" + consistentWith + ",\"proof\":"
                        + Text.hashes(log.tree.consistency(consistentWith, log.tree.size())) + "}";
        return "{\"checkpoint\":" + Text.quote(log.checkpoint()) + ",\"keys\":" + Text.strings(log.published)
                + ",\"handovers\":[" + handovers + "],\"tombstones\":[" + tombstones(shown)
                + "],\"timestamps\":[],\"consistency\":" + consistency + "}\n";
    }

    /** Tombstones may refer to further ones. */
    private String tombstones(List<Integer> shown) {
        referred.addAll(log.rotations);
        TreeSet<Integer> done = new TreeSet<>(shown);
        List<String> lines = new ArrayList<>();
        for (Integer index = referred.higher(-1); index != null; index = referred.higher(index)) {
            if (done.add(index)) {
                lines.add(line(log.entries.get(index), true));
            }
        }
        return String.join(",", lines);
    }
}
