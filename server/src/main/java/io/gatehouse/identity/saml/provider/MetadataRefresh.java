package io.gatehouse.identity.saml.provider;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads providers' metadata anew from time to time: so their new certificates are known before they are used. */
@Configuration(proxyBeanMethods = false)
class MetadataRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataRefresh.class);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration GOOD_FOR = Duration.ofHours(6);

    private final Transactions transactions;
    private final MetadataStore store;
    private final KnownMetadata metadata;
    private final Providers providers;
    private final Clock clock;

    MetadataRefresh(
            Transactions transactions, MetadataStore store, KnownMetadata metadata, Providers providers, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.metadata = metadata;
        this.providers = providers;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> samlMetadataRefresh() {
        return Tasks.recurring("saml-metadata", FixedDelay.of(EVERY)).execute((_, _) -> refresh());
    }

    void refresh() {
        for (UUID id :
                transactions.installation(() -> store.readBefore(clock.instant().minus(GOOD_FOR)))) {
            Optional<IdentityProvider> provider = providers.find(id);
            provider.filter(found -> !SamlSettings.of(found).metadataAddress().isEmpty())
                    .ifPresent(this::refresh);
        }
    }

    private void refresh(IdentityProvider provider) {
        try {
            metadata.read(provider);
        } catch (SignInRefusal refusal) {
            LOG.warn("Metadata of identity provider {} could not be read: {}", provider.id(), refusal.text());
        }
    }
}
