package io.gatehouse.santa.events;

import io.gatehouse.kernel.Partitioning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the door that are divided by time, by the week. */
@Configuration(proxyBeanMethods = false)
class PartitionedTables {

    private static final int WEEK = 7;

    private final RetentionSettings kept;

    PartitionedTables(RetentionSettings kept) {
        this.kept = kept;
    }

    @Bean
    Partitioning partitionedEvents() {
        return new Partitioning("santa.event", "occurred_at", WEEK, kept.events());
    }

    @Bean
    Partitioning partitionedFileAccessEvents() {
        return new Partitioning("santa.file_access_event", "occurred_at", WEEK, kept.events());
    }

    @Bean
    Partitioning partitionedSyncSessions() {
        return new Partitioning("santa.sync_session", "started_at", WEEK, kept.syncSessions());
    }
}
