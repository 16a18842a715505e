import DnsOutlined from '@mui/icons-material/DnsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { DomainClaim } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { EmptyState, ErrorState, NoPermission, PageSkeleton } from '@/patterns/states';
import { RelativeTime } from '@/patterns/time';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';

const claimsQuery = queryOptions({
  queryKey: ['installation', 'domain-claims'],
  queryFn: () => answer(client.GET('/api/installation/domain-claims')),
});

/** Where an operator confirms by hand what the DNS cannot tell. */
export function ClaimsPage() {
  const { operator } = useSession();
  return (
    <PlainShell>{operator ? <Claims /> : <NoPermission permission="installation.operate" />}</PlainShell>
  );
}

function Claims() {
  const { t } = useTranslation('claims');
  const claims = useQuery(claimsQuery);
  const [confirming, setConfirming] = useState<DomainClaim | null>(null);
  return (
    <Page
      narrow
      title={t('title')}
      purpose={t('purpose')}
      action={
        <RouterButton to="/installation/organizations" color="inherit" variant="outlined">
          {t('back')}
        </RouterButton>
      }
    >
      {claims.isPending && <PageSkeleton rows={3} />}
      {claims.error && <ErrorState problem={toProblem(claims.error)} onRetry={() => void claims.refetch()} />}
      {claims.data?.length === 0 && (
        <EmptyState icon={DnsOutlined} title={t('empty.title')} text={t('empty.text')} />
      )}
      {claims.data && claims.data.length > 0 && (
        <Section title={t('waiting')}>
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {claims.data.map((claim) => (
              <ClaimRow
                key={`${claim.organization} ${claim.name}`}
                claim={claim}
                onConfirm={() => setConfirming(claim)}
              />
            ))}
          </Stack>
        </Section>
      )}
      {confirming && (
        <ConfirmDialog
          claim={confirming}
          onClose={() => setConfirming(null)}
          onDone={() => claims.refetch()}
        />
      )}
    </Page>
  );
}

function ClaimRow({ claim, onConfirm }: { claim: DomainClaim; onConfirm: () => void }) {
  const { t } = useTranslation('claims');
  const { name, organizationName, claimedAt, claimedBy, claimedByEmail } = claim;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1,
        py: 1.5,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography variant="body2">{organizationName}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {claimedBy ? `${claimedBy} (${claimedByEmail})` : t('unknown')} · <RelativeTime at={claimedAt} />
        </Typography>
      </Box>
      <Button
        variant="outlined"
        size="small"
        onClick={onConfirm}
        aria-label={t('confirmThis', { domain: name, organization: organizationName })}
      >
        {t('confirm')}
      </Button>
    </Box>
  );
}

interface ConfirmDialogProps {
  claim: DomainClaim;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

function ConfirmDialog({ claim, onClose, onDone }: ConfirmDialogProps) {
  const { t } = useTranslation('claims');
  const notice = useNotice();
  const { organization, name } = claim;
  const words = { domain: name, organization: claim.organizationName };
  return (
    <FormDialog
      open
      title={t('confirmTitle', words)}
      text={t('confirmText', words)}
      submit={t('confirm')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await answer(
          client.POST('/api/installation/domain-claims/confirm', { body: { organization, name, reason } }),
        );
        await onDone();
        notice({ text: t('confirmed', words) });
      }}
    >
      <FormField
        name="reason"
        label={t('reason')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
