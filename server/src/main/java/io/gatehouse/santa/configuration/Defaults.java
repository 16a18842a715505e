package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.FileAccessAction;
import org.springframework.stereotype.Component;

/** What is in force where nobody set anything; documented in {@code docs/rules/configuration.md}. */
@Component
final class Defaults {

    private static final int SYNC_SECONDS = 240;
    private static final int PUSHED_SYNC_SECONDS = 14_400;
    private static final int GLOBAL_DEADLINE_SECONDS = 600;
    private static final int BATCH = 100;

    private final PublicAddress address;

    Defaults(PublicAddress address) {
        this.address = address;
    }

    /** Every setting, none null. The link leads to the organization's page for a blocked file. */
    Settings of(String organizationSlug) {
        return new Settings(
                ClientMode.MONITOR,
                "",
                "",
                MediaPolicy.ALLOWED,
                MediaPolicy.ALLOWED,
                true,
                false,
                false,
                false,
                FileAccessAction.NONE,
                BATCH,
                SYNC_SECONDS,
                PUSHED_SYNC_SECONDS,
                GLOBAL_DEADLINE_SECONDS,
                address.of("/console/o/" + organizationSlug
                        + "/block?machineId=%machine_id%&fileSha256=%file_identifier%"),
                "Ask for it");
    }
}
