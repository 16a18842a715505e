package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.policy.CelRules;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.App;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.SigningStatus;
import io.gatehouse.testkit.fleet.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * A Mac that guards itself as Santa does and syncs by protocol v1. It keeps its rule table, settings and unsent events in
 * memory, decides launches by the client's own order, and reports them as the client does. One thread at a time may use it.
 */
public final class SimulatedMac {
    private final MacProfile profile;
    private final Transport transport;
    private final MacClock clock;
    private final MacState state;
    private final EventWriter writer;
    private final DecisionEngine engine;
    private URI syncBaseUrl;
    private int lastProcessId = 400;

    /** A Mac that has never synced, so it asks for a clean sync. */
    public SimulatedMac(MacProfile profile, Transport transport, MacClock clock) {
        this.profile = profile;
        this.transport = transport;
        this.clock = clock;
        this.syncBaseUrl = profile.syncBaseUrl();
        this.state = new MacState(profile.initialMode());
        this.writer = new EventWriter(profile.version());
        this.engine = new DecisionEngine(profile.version(), state.rules, state.settings, CelRules.SHARED);
    }

    /** A Mac that wakes up with what it remembers; if its SyncBaseURL has changed meanwhile it asks for a clean sync. */
    public static SimulatedMac resume(MacProfile profile, Transport transport, MacClock clock, MacMemory memory) {
        SimulatedMac mac = new SimulatedMac(profile, transport, clock);
        boolean moved = !memory.syncBaseUrl().equals(profile.syncBaseUrl().toString());
        mac.state.needed = moved ? SyncType.CLEAN : memory.needed();
        memory.restore(mac.state);
        return mac;
    }

    /** What must survive a restart of the Mac. */
    public MacMemory memory() {
        return MacMemory.of(profile.machineId(), syncBaseUrl.toString(), state);
    }

    /** What the Mac is. */
    public MacProfile profile() {
        return profile;
    }

    /** What the server told it beside rules. */
    public MacSettings settings() {
        return state.settings;
    }

    /** Its rules in table order, those that it made itself included. */
    public Collection<RuleRow> rules() {
        return state.rules.rows();
    }

    /** The hash of its rules as a sync would report it. */
    public String rulesHash() {
        return state.rules.hash();
    }

    /** What kind of sync it needs next. */
    public SyncType neededSync() {
        return state.needed;
    }

    /** How many events wait for upload. */
    public int unsentEvents() {
        return state.events.size();
    }

    /** A full sync: preflight, events, rules, postflight. */
    public SyncReport sync() {
        return new FullSync(profile, state, session(), false).run();
    }

    /** The same, because a push message asked for it. */
    public SyncReport syncPushed() {
        return new FullSync(profile, state, session(), true).run();
    }

    /** What a push message asks for: rules alone, without a preflight; returns how many were read. */
    public SyncReport syncRules() {
        SyncSession session = session();
        RuleDownload.Counts counts = new RuleDownload.Counts(0, 0);
        String failure = "";
        try {
            counts = new RuleDownload(profile, state, session).run(SyncType.NORMAL);
        } catch (StageFailed e) {
            failure = e.reason();
        }
        List<String> notices = List.copyOf(state.notices);
        state.notices.clear();
        return new SyncReport(
                failure, SyncType.NORMAL, true, counts.received(), counts.processed(), notices, session.traffic());
    }

    private SyncSession session() {
        return new SyncSession(profile, syncBaseUrl, transport, clock);
    }

    /** The status that the doctor's probe gets. */
    public int doctor() throws IOException {
        return session().probe();
    }

    /** What {@code santactl sync --clean} and {@code --clean-all} do before the next sync. */
    public void requireClean(SyncType type) {
        state.needed = type;
    }

    /** Another SyncBaseURL arrives by profile: the next sync asks for a clean one. */
    public void moveTo(URI newSyncBaseUrl) {
        syncBaseUrl = newSyncBaseUrl;
        state.needed = SyncType.CLEAN;
    }

    /** The rule database is lost, as after a reinstallation; settings stay. */
    public void loseRules() {
        state.rules.clean(true);
        state.needed = SyncType.CLEAN;
    }

    /** A person runs a tool. */
    public Verdict execute(Binary binary, String user) {
        return execute(Launch.of(binary, user));
    }

    /**
     * Decides a launch, queues its event, and tells the server of a block at once (not again for ten minutes per file).
     * With bundles on, a blocked app is hashed whole and its members are sent if the server asks for them.
     */
    public Verdict execute(Launch launch) {
        Verdict verdict = engine.decide(launch);
        if (isReported(launch, verdict)) {
            Message event = writer.execution(launch, verdict, clock.now(), ++lastProcessId);
            state.events.add(event);
            if (verdict.blocked()) {
                uploadBlock(launch, event);
            }
        }
        return verdict;
    }

    /** Whether a launch would run now; nothing is reported. */
    public boolean wouldRun(Launch launch) {
        return !engine.decide(launch).blocked();
    }

    private boolean isReported(Launch launch, Verdict verdict) {
        if (verdict.blocked()) {
            return true;
        }
        boolean wanted = state.settings.uploadsEverything()
                || verdict.decision().equals("ALLOW_UNKNOWN") && !state.settings.dropsUnknown();
        return wanted
                && !verdict.transitive()
                && state.events.admitsAllowed(launch.binary().sha256(), clock.now());
    }

    /** What cannot be uploaded now stays queued, and the next full sync takes it along. */
    private void uploadBlock(Launch launch, Message event) {
        state.lastUploadProblem = "";
        EventUpload upload = new EventUpload(profile, state, session());
        try {
            if (state.events.admitsUpload(launch.binary().sha256(), clock.now())) {
                upload.upload(List.of(event), EventUpload.USUAL_BATCH);
            }
            App app = launch.app();
            if (app != null && state.settings.bundles() && state.events.admitsUpload(app.bundleHash(), clock.now())) {
                state.hashedBundles.put(app.bundleHash(), app);
                upload.upload(List.of(EventWriter.withBundleHash(event, app)), EventUpload.USUAL_BATCH);
            }
        } catch (StageFailed e) {
            state.lastUploadProblem = e.reason();
        }
    }

    /** Why the last upload of a block failed, empty if it did not. */
    public String lastUploadProblem() {
        return state.lastUploadProblem;
    }

    /** An allowed compiler writes a file: with transitive rules on, the Mac allows what it wrote. */
    public void compile(Binary compiler, Binary product) {
        Verdict verdict = engine.decide(Launch.of(compiler, profile.primaryUser()));
        RuleRow rule = verdict.rule();
        if (state.settings.transitiveRules() && rule != null && rule.policy() == RulePolicy.ALLOWLIST_COMPILER) {
            state.rules.write(new RuleRow(RuleType.BINARY, product.sha256(), RulePolicy.TRANSITIVE, ""));
        }
    }

    /** In standalone mode the person at the Mac allows what was just blocked; elsewhere nothing happens. */
    public void allowLocally(Binary binary) {
        if (state.settings.mode() != ClientMode.STANDALONE) {
            return;
        }
        String signingId =
                binary.signature().status() == SigningStatus.PRODUCTION ? binary.identifier(RuleType.SIGNINGID) : "";
        state.rules.write(
                signingId.isEmpty()
                        ? new RuleRow(RuleType.BINARY, binary.sha256(), RulePolicy.LOCAL_BINARY, "")
                        : new RuleRow(RuleType.SIGNINGID, signingId, RulePolicy.LOCAL_SIGNINGID, ""));
    }

    /** Somebody touches a watched file; releases before 2025.9 and a disabled watch report nothing. */
    public void accessFile(FileAccess access) {
        String override = state.settings.fileAccessAction();
        if (profile.version().atLeast(2025, 9) && !override.equals("DISABLE")) {
            state.events.addFileAccess(access.event(clock.now(), override.equals("AUDIT_ONLY"), ++lastProcessId));
        }
    }
}
