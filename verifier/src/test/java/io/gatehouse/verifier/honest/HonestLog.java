package io.gatehouse.verifier.honest;

import io.gatehouse.verifier.honest.HonestEntry.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A log that does what the contract says, to compare the verifier with. */
public final class HonestLog {

    public final String organization;
    public final String origin;
    public Instant now = Instant.parse("2026-01-10T08:00:00Z");
    public final NaiveTree tree = new NaiveTree();
    public final List<String> handovers = new ArrayList<>();
    /** Whether holds are ignored. */
    public boolean lawless;

    private Signer signer;
    final List<HonestEntry> entries = new ArrayList<>();
    final List<Integer> handoverSizes = new ArrayList<>();
    final List<Integer> rotations = new ArrayList<>();
    final List<String> published = new ArrayList<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private final Random random;

    private record Hold(List<String> subjects, Instant from, Instant to) {
        boolean covers(String subject, Instant at) {
            return (subjects.isEmpty() || subjects.contains(subject))
                    && (from == null || !at.isBefore(from))
                    && (to == null || at.isBefore(to));
        }

        boolean touches(YearMonth month) {
            Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end =
                    month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return (from == null || from.isBefore(end)) && (to == null || to.isAfter(start));
        }
    }

    public HonestLog(Random random) {
        this.random = random;
        this.organization = uuid();
        this.origin = "gatehouse.example:8080/ledger/" + organization;
        this.signer = Signer.log(origin);
        published.addAll(signer.keys());
    }

    public Signer signer() {
        return signer;
    }

    /** Signs as somebody else's log does. */
    public void signAs(Signer other) {
        signer = other;
        published.clear();
        published.addAll(other.keys());
    }

    public List<String> keys() {
        return signer.keys();
    }

    /** An ordinary entry. */
    public int append(String action, String actor, String person, String after) {
        List<Value> values = new ArrayList<>();
        String object = person == null
                ? "{\"id\":\"" + uuid() + "\",\"name\":\"Xcode \u00e9\ud83d\ude00\",\"type\":\"rule\"}"
                : "{\"id\":\"" + person + "\",\"name\":" + commit(values, "/object/name", person, "\"Bo\\nb\"")
                        + ",\"type\":\"person\"}";
        String changed = after.replace("@", "");
        if (after.startsWith("@")) {
            changed = commit(values, "/after", actor, changed);
        } else if (person != null) {
            changed = "{\"a/b\":" + commit(values, "/after/a~1b", person, "[1,{\"x\":null}]") + ",\"more\":" + changed
                    + "}";
        }
        return append(action, actor, object, changed, null, values);
    }

    /** The data of a subject is erased, apart from what is on hold. */
    public int erase(String subject) {
        int order =
                append("ledger.erase", uuid(), object("person", subject), "null", "Asked for it", new ArrayList<>());
        for (HonestEntry entry : entries.subList(0, order)) {
            for (Value value : entry.values) {
                boolean held =
                        !lawless && holds.values().stream().anyMatch(hold -> hold.covers(subject, entry.recordedAt));
                if (subject.equals(value.subject) && value.erasedBy < 0 && !held) {
                    value.erasedBy = order;
                }
            }
        }
        return order;
    }

    /** A class of a month is dropped, unless a hold touches it. */
    public int drop(String retentionClass, YearMonth month) {
        List<HonestEntry> doomed = entries.stream()
                .filter(entry -> !entry.aboutTheBook
                        && entry.droppedBy < 0
                        && entry.retentionClass.equals(retentionClass)
                        && entry.month().equals(month))
                .toList();
        if (doomed.isEmpty() || !lawless && holds.values().stream().anyMatch(hold -> hold.touches(month))) {
            return -1;
        }
        List<int[]> ranges = new ArrayList<>();
        for (HonestEntry entry : doomed) {
            if (ranges.isEmpty() || ranges.getLast()[1] != entry.index - 1) {
                ranges.add(new int[] {entry.index, entry.index});
            } else {
                ranges.getLast()[1] = entry.index;
            }
        }
        StringBuilder list = new StringBuilder();
        ranges.forEach(range -> list.append(list.isEmpty() ? "" : ",").append("[" + range[0] + "," + range[1] + "]"));
        String after = "{\"class\":\"" + retentionClass + "\",\"count\":" + doomed.size() + ",\"month\":\"" + month
                + "\",\"ranges\":[" + list + "]}";
        int order = append("ledger.drop", null, object("ledger", organization), after, null, new ArrayList<>());
        doomed.forEach(entry -> entry.droppedBy = order);
        return order;
    }

    public String hold(List<String> subjects, Instant from, Instant to) {
        String id = uuid();
        String after = "{\"confirmedBy\":\"" + uuid() + "\",\"from\":" + Text.orNull(from == null ? null : "" + from)
                + ",\"reviewAt\":\"2027-01-01T00:00:00Z\",\"subjects\":" + Text.strings(subjects) + ",\"to\":"
                + Text.orNull(to == null ? null : "" + to) + "}";
        append("ledger.hold", uuid(), object("hold", id), after, "Court", new ArrayList<>());
        holds.put(id, new Hold(subjects, from, to));
        return id;
    }

    public void release() {
        if (!holds.isEmpty()) {
            String id = holds.keySet().iterator().next();
            append("ledger.hold-release", uuid(), object("hold", id), "null", null, new ArrayList<>());
            holds.remove(id);
        }
    }

    /** New keys; the old one vouches for the entry that names them. */
    public void rotate() {
        Signer next = Signer.log(origin);
        String after = "{\"keys\":" + Text.strings(next.keys()) + "}";
        rotations.add(
                append("ledger.key-rotate", null, object("ledger", organization), after, null, new ArrayList<>()));
        handovers.add(checkpoint());
        handoverSizes.add(tree.size());
        signer = next;
        published.addAll(next.keys());
    }

    public String checkpoint() {
        return checkpoint(signer);
    }

    public String checkpoint(Signer... signers) {
        byte[] root = tree.root(tree.size());
        return origin + "\n" + tree.size() + "\n" + Text.base64(root) + "\n\n"
                + Arrays.stream(signers)
                        .map(by -> by.sign(origin, tree.size(), root, now.getEpochSecond() + 1))
                        .collect(Collectors.joining());
    }

    /** An export of all, or of the entries that pass. */
    public String export(IntPredicate filter, boolean withheld, int consistentWith) {
        return new HonestExport(this, filter, withheld, consistentWith).write();
    }

    /** The table for people that goes with an export. */
    public String table(IntPredicate filter, boolean withheld) {
        return new HonestTable(entries, filter, withheld).write();
    }

    /** A request to a witness. */
    public String addCheckpoint(int oldSize, String checkpoint) {
        return "old " + oldSize + "\n"
                + tree.consistency(oldSize, tree.size()).stream()
                        .map(hash -> Text.base64(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n" + checkpoint;
    }

    /** A C2SP tlog-proof of an entry. */
    public String proof(int index) {
        return "c2sp.org/tlog-proof@v1\nextra " + Text.base64(entries.get(index).bytes()) + "\nindex " + index + "\n"
                + tree.inclusion(index, tree.size()).stream()
                        .map(hash -> Text.base64(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n" + checkpoint();
    }

    public byte[] entry(int index) {
        return entries.get(index).bytes();
    }

    /** What tiles have of an entry: nothing if it was dropped. */
    public byte[] bundled(int index) {
        return entries.get(index).droppedBy >= 0 ? new byte[0] : entry(index);
    }

    public String export() {
        return export(null, false, -1);
    }

    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    int append(String action, String actor, String object, String after, String reason, List<Value> values) {
        now = now.plus(Duration.ofMillis(random.nextInt(3_600_000)));
        Instant recordedAt = now.minusSeconds(random.nextInt(30));
        String name = actor == null ? "\"system\"" : commit(values, "/actor/name", actor, "\"Ada\"");
        String json = "{\"action\":\"" + action + "\",\"actor\":{\"id\":" + Text.orNull(actor) + ",\"name\":" + name
                + ",\"type\":\"" + (actor == null ? "SYSTEM" : "PERSON") + "\"},\"after\":" + after
                + ",\"before\":null,\"correlationId\":\"c" + random.nextInt(1000) + "\",\"id\":\"" + uuid()
                + "\",\"object\":" + object + ",\"organization\":\"" + organization + "\",\"reason\":"
                + Text.orNull(reason) + ",\"recordedAt\":\"" + recordedAt + "\",\"version\":2}";
        HonestEntry entry = new HonestEntry(entries.size(), recordedAt, json, action, values);
        entries.add(entry);
        tree.add(entry.leaf());
        return entry.index;
    }

    private String commit(List<Value> values, String pointer, String subject, String json) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] hash = NaiveTree.sha256(salt, json.getBytes(StandardCharsets.UTF_8));
        String commitment = "{\"$commitment\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\",\"subject\":\"" + subject + "\"}";
        values.add(new Value(pointer, subject, salt, json, commitment));
        return commitment;
    }

    private static String object(String type, String id) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + type + "\",\"type\":\"" + type + "\"}";
    }
}
