package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.RuleTable;
import io.gatehouse.testkit.fleet.software.App;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Mac remembers between syncs. */
final class MacState {
    final RuleTable rules = new RuleTable();
    final MacSettings settings;
    final EventQueue events = new EventQueue();
    final List<String> notices = new ArrayList<>();
    final Map<String, App> hashedBundles = new HashMap<>();
    String lastUploadProblem = "";
    SyncType needed = SyncType.CLEAN;

    MacState(ClientMode profileMode) {
        this.settings = new MacSettings(profileMode);
    }
}
