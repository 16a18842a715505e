package io.gatehouse.verifier.command;

import io.gatehouse.verifier.json.JsonWriter;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.timestamp.Timestamp;
import io.gatehouse.verifier.verify.Drops;
import io.gatehouse.verifier.verify.Erasures;
import io.gatehouse.verifier.verify.Holds;
import io.gatehouse.verifier.verify.Orders;
import io.gatehouse.verifier.verify.Refusal;
import io.gatehouse.verifier.verify.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs. */
final class ReportJson {

    private ReportJson() {}

    static String of(Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        if (report.facts() == null) {
            json.put("refusalCount", report.refusalCount());
            json.put(
                    "refusals",
                    report.refusals().stream().map(ReportJson::refusal).toList());
        } else {
            facts(json, report.facts());
        }
        return JsonWriter.write(json);
    }

    private static Map<String, @Nullable Object> refusal(Refusal refusal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("line", refusal.place().line() > 0 ? refusal.place().line() : null);
        json.put("index", refusal.place().index() >= 0 ? refusal.place().index() : null);
        json.put("what", refusal.what());
        return json;
    }

    private static void facts(Map<String, @Nullable Object> json, Report.Facts facts) {
        json.put("origin", facts.checkpoint().origin());
        json.put("organization", facts.organization());
        json.put("size", facts.checkpoint().size());
        json.put("root", facts.checkpoint().root().base64());
        json.put("whole", facts.whole());
        json.put("entries", facts.entries());
        json.put("sealedAt", facts.sealedAt().orElse(null));
        json.put(
                "keys",
                facts.seals().stream().map(seal -> seal.key().toString()).toList());
        json.put(
                "witnesses", facts.witnesses().stream().map(ReportJson::witness).toList());
        json.put(
                "timestamps",
                facts.timestamps().stream().map(ReportJson::timestamp).toList());
        json.put("unproven", facts.unproven());
        json.put("continues", facts.kept() >= 0 ? facts.kept() : null);
        json.put("withheldValues", facts.withheld());
        json.put("erasures", facts.erasures().stream().map(ReportJson::erasure).toList());
        json.put("drops", facts.drops().stream().map(ReportJson::drop).toList());
        json.put("holds", facts.holds().stream().map(ReportJson::hold).toList());
    }

    private static Map<String, @Nullable Object> witness(Seal seal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", seal.key().toString());
        json.put("at", seal.time().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> timestamp(Timestamp timestamp) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("authority", timestamp.authority());
        json.put("at", timestamp.time());
        json.put("known", timestamp.trusted());
        return json;
    }

    private static Map<String, @Nullable Object> erasure(Erasures.Erasure erasure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subject", erasure.subject());
        json.put("values", erasure.values());
        order(json, erasure.order());
        return json;
    }

    private static Map<String, @Nullable Object> drop(Drops.Drop drop) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("class", drop.order().retentionClass());
        json.put("month", drop.order().month());
        json.put("entries", drop.entries());
        order(json, drop.order().order());
        return json;
    }

    private static void order(Map<String, @Nullable Object> json, Orders.Order order) {
        json.put("orderedByEntry", order.index());
        json.put("orderedByType", order.actorType());
        json.put("orderedById", order.actorId());
        json.put("orderedAt", order.at());
        json.put("reason", order.reason());
    }

    private static Map<String, @Nullable Object> hold(Holds.Hold hold) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", hold.id());
        json.put("entry", hold.index());
        json.put("subjects", hold.subjects().stream().sorted().toList());
        json.put("from", hold.from());
        json.put("to", hold.to());
        return json;
    }
}
