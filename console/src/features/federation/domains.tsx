import AddOutlined from '@mui/icons-material/AddOutlined';
import DnsOutlined from '@mui/icons-material/DnsOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { Domain } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger, FormDialog, FormField } from '@/patterns/form';
import { Identifier } from '@/patterns/identifier';
import { FactList, Section } from '@/patterns/section';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime, RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { domainsQuery } from './federation-api';

/** The mail domains of the organization: claimed, and proven by a record in the DNS. */
export function Domains() {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const domains = useQuery(domainsQuery(organization));
  const [claiming, setClaiming] = useState(false);
  const claim = (
    <Button size="small" startIcon={<AddOutlined />} onClick={() => setClaiming(true)}>
      {t('domain.claim')}
    </Button>
  );
  return (
    <Section title={t('domain.title')} text={t('domain.text')} action={claim}>
      {domains.isPending && <PageSkeleton rows={2} />}
      {domains.error && (
        <ErrorState problem={toProblem(domains.error)} onRetry={() => void domains.refetch()} />
      )}
      {domains.data?.length === 0 && (
        <EmptyState small icon={DnsOutlined} title={t('domain.noneTitle')} text={t('domain.noneText')} />
      )}
      {domains.data?.map((domain) => (
        <DomainRow key={domain.name} domain={domain} />
      ))}
      {claiming && <ClaimDialog onClose={() => setClaiming(false)} />}
    </Section>
  );
}

function DomainRow({ domain }: { domain: Domain }) {
  const { t } = useTranslation('federation');
  const { t: endings } = useTranslation('endings');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [removing, setRemoving] = useState(false);
  const { name, verifiedAt, verifiedBy, finding, lapsesAt } = domain;
  const path = { params: { path: { organization, name } } };
  return (
    <Box sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
        <StatusChip
          status={verifiedAt ? 'ACTIVE' : 'WAITING'}
          label={t(verifiedAt ? 'domain.proven' : 'domain.unproven')}
        />
        <Box sx={{ flex: 1 }} />
        <Button
          size="small"
          onClick={() =>
            void act(
              () => answer(client.POST('/api/organizations/{organization}/domains/{name}/check', path)),
              t('domain.checked', { name }),
            )
          }
        >
          {t('domain.check')}
        </Button>
        <Button size="small" color="inherit" onClick={() => setRemoving(true)}>
          {t('domain.remove')}
        </Button>
      </Stack>
      {verifiedAt && verifiedBy && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`domain.by.${verifiedBy}`)} <RelativeTime at={verifiedAt} />
        </Typography>
      )}
      {finding && (
        <Alert severity={verifiedAt ? 'warning' : 'info'} sx={{ mt: 1 }}>
          {finding}
          {lapsesAt && (
            <Box sx={{ mt: 0.5 }}>
              {endings('domain')} <ExactTime at={lapsesAt} />.
            </Box>
          )}
        </Alert>
      )}
      {(!verifiedAt || lapsesAt) && <Record domain={domain} />}
      <ConfirmDanger
        open={removing}
        title={t('domain.removeTitle', { name })}
        text={t('domain.removeText')}
        submit={t('domain.remove')}
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          act(
            () => answer(client.DELETE('/api/organizations/{organization}/domains/{name}', path)),
            t('domain.removed', { name }),
          )
        }
      />
    </Box>
  );
}

/** What to enter at whoever runs the domain's DNS. */
function Record({ domain }: { domain: Domain }) {
  const { t } = useTranslation('federation');
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {t('domain.record')}
      </Typography>
      <FactList
        facts={[
          { label: t('domain.recordType'), value: 'TXT' },
          { label: t('domain.recordName'), value: <Identifier value={domain.recordName} length={0} /> },
          { label: t('domain.recordValue'), value: <Identifier value={domain.recordValue} length={0} /> },
        ]}
      />
    </Box>
  );
}

function ClaimDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  return (
    <FormDialog
      open
      title={t('domain.claim')}
      text={t('domain.claimText')}
      submit={t('domain.claim')}
      onClose={onClose}
      onSubmit={async ({ name = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/domains', {
            params: { path: { organization } },
            body: { name },
          }),
        );
        await refresh('domains');
      }}
    >
      <FormField
        name="name"
        label={t('domain.name')}
        placeholder="example.com"
        required
        autoFocus
        slotProps={{ htmlInput: { maxLength: 253, autoCapitalize: 'none' } }}
      />
    </FormDialog>
  );
}
