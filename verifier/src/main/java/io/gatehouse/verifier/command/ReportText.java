package io.gatehouse.verifier.command;

import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.timestamp.Timestamp;
import io.gatehouse.verifier.verify.Holds;
import io.gatehouse.verifier.verify.Orders;
import io.gatehouse.verifier.verify.Refusal;
import io.gatehouse.verifier.verify.Report;

/** A report for people. */
final class ReportText {

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(Report report) {
        ReportText text = new ReportText();
        if (report.facts() == null) {
            text.refused(report);
        } else {
            text.facts(report.facts());
        }
        return text.text.toString();
    }

    private void refused(Report report) {
        line("REFUSED");
        for (Refusal refusal : report.refusals()) {
            line("  " + refusal);
        }
        if (report.refusalCount() > report.refusals().size()) {
            line("  and " + (report.refusalCount() - report.refusals().size()) + " more");
        }
    }

    private void facts(Report.Facts facts) {
        if (facts.seals().isEmpty()) {
            line("CONSISTENT IN ITSELF, NOT PROVEN: bring the log's key (--key) to know whose log it is");
        } else {
            line("PROVEN");
        }
        line("log         " + facts.checkpoint().origin());
        line("entries     " + facts.entries()
                + (facts.whole()
                        ? ", all of the log"
                        : " of the log's " + facts.checkpoint().size()
                                + "; that the filter left out nothing is not proven"));
        line("root        " + facts.checkpoint().root());
        for (Seal seal : facts.seals()) {
            line("signed by   " + seal.key().label()
                    + seal.time().map(time -> " at " + time).orElse(""));
        }
        for (Seal seal : facts.witnesses()) {
            line("witness     " + seal.key().label()
                    + seal.time().map(time -> " at " + time).orElse(""));
        }
        facts.timestamps().forEach(stamp -> line("time stamp  " + stamp.time() + " by " + authority(stamp)));
        facts.unproven().forEach(what -> line("not proven  " + what));
        if (facts.kept() >= 0) {
            line("continues   the checkpoint of " + facts.kept() + " entries that you kept");
        }
        if (facts.withheld() > 0) {
            line("withheld    " + facts.withheld() + " values");
        }
        facts.erasures()
                .forEach(erasure -> line("erased      " + erasure.values() + " values of " + erasure.subject()
                        + order(erasure.order())));
        facts.drops()
                .forEach(drop -> line("dropped     " + drop.entries() + " entries, "
                        + drop.order().retentionClass() + " of " + drop.order().month()
                        + order(drop.order().order())));
        facts.holds().forEach(hold -> line("on hold     " + hold(hold)));
    }

    private static String authority(Timestamp stamp) {
        return stamp.trusted()
                ? stamp.authority()
                : "an authority that you do not know; its signature holds, it calls itself " + stamp.authority();
    }

    private static String order(Orders.Order order) {
        return ", by order of " + order.actorType() + (order.actorId() == null ? "" : " " + order.actorId()) + " at "
                + order.at() + " (entry " + order.index() + ")"
                + (order.reason() == null ? "" : ": " + order.reason());
    }

    private static String hold(Holds.Hold hold) {
        return (hold.subjects().isEmpty() ? "everything" : String.join(", ", hold.subjects()))
                + (hold.from() == null ? "" : " from " + hold.from())
                + (hold.to() == null ? "" : " to " + hold.to()) + " (entry " + hold.index() + ")";
    }

    private void line(String line) {
        text.append(Printable.of(line)).append('\n');
    }
}
