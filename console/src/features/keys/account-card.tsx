import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { ServiceAccount } from '@/api/types';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime, useNow } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { endsSoon } from './keys-api';

/** One program in the list. */
export function AccountCard({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('keys');
  const { slug } = useOrganization();
  const now = useNow();
  const { nextExpiryAt } = account;
  const warned = nextExpiryAt && endsSoon({ state: 'ACTIVE', expiresAt: nextExpiryAt }, now);
  return (
    <Section
      title={
        <Stack component="span" direction="row" sx={{ gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
          <RouterLink
            to="/o/$organization/keys/$account"
            params={{ organization: slug, account: account.id }}
          >
            {account.name}
          </RouterLink>
          <StatusChip status={account.state} />
          {warned && <ToneChip tone="warning">{t('key.soon')}</ToneChip>}
        </Stack>
      }
      text={account.purpose}
    >
      <FactList
        facts={[
          { label: t('account.owner'), value: account.owner.displayName },
          { label: t('keys'), value: t('keyCount', { count: account.keys }) },
          { label: t('lastUsed'), value: <RelativeTime at={account.lastUsedAt} absent={t('never')} /> },
          { label: t('nextExpiry'), value: <RelativeTime at={nextExpiryAt} /> },
        ]}
      />
    </Section>
  );
}
