package io.gatehouse.testkit.fleet.load;

import io.gatehouse.testkit.fleet.policy.RuleSet;
import io.gatehouse.testkit.fleet.wire.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Macs for load: who they are follows from their number, so each costs one reference to a shared rule table and nothing
 * else. They are dealt to the SyncBaseURLs in turn, which gives many organizations equal shares.
 */
public final class LoadDevices {
    private final List<URI> syncBaseUrls;
    private final String seed;
    private final RuleSet[] rules;
    private final SharedRules shared = new SharedRules();

    /** That many Macs without rules; the seed keeps several populations apart. */
    public LoadDevices(List<URI> syncBaseUrls, int count, String seed) {
        this.syncBaseUrls = List.copyOf(syncBaseUrls);
        this.seed = seed;
        this.rules = new RuleSet[count];
        Arrays.fill(rules, RuleSet.EMPTY);
    }

    /** How many there are. */
    public int count() {
        return rules.length;
    }

    /** The machine id of one. */
    public String machineId(int device) {
        return UUID.nameUUIDFromBytes((seed + "/" + device).getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    /** Where one syncs. */
    public URI syncBaseUrl(int device) {
        return syncBaseUrls.get(device % syncBaseUrls.size());
    }

    /** What one holds. */
    public RuleSet rules(int device) {
        return rules[device];
    }

    /** Says that every Mac of a SyncBaseURL holds these rules already, as after a long life before the benchmark. */
    public void hold(URI syncBaseUrl, RuleSet held) {
        for (int device = 0; device < rules.length; device++) {
            if (syncBaseUrl(device).equals(syncBaseUrl)) {
                rules[device] = held;
            }
        }
    }

    void take(int device, boolean clean, List<Message> download) {
        rules[device] = shared.after(rules[device], clean, download);
    }

    Message preflight(int device) {
        String id = machineId(device);
        Message message = Message.of("PreflightRequest")
                .text("serial_number", id.substring(24))
                .text("hostname", "load-" + device + ".example.test")
                .text("os_version", "26.1")
                .text("os_build", "25B78")
                .text("model_identifier", "Mac15,6")
                .text("santa_version", "2026.7.1")
                .text("primary_user", "person" + device)
                .choice("client_mode", "LOCKDOWN")
                .text("machine_id", id);
        SharedRules.describe(message, rules[device]);
        return message;
    }
}
