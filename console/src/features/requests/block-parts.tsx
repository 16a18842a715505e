import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { BlockPage, RequestState } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { Suggestions } from '@/patterns/catalogue/suggestions';
import { Form } from '@/patterns/form';
import { JustificationField } from '@/patterns/macs/justification';
import { useNotice } from '@/patterns/notice';
import { RouterButton } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';

/** Who made it and when it was stopped, in plain words. */
export function BlockFacts({ page: { event, software } }: { page: BlockPage }) {
  const { t } = useTranslation('requests');
  const publisher = event?.publisher ?? software?.publisher;
  if (!event && !software) {
    return null;
  }
  return (
    <Section title={t('block.program')}>
      <FactList
        facts={[
          { label: t('block.publisher'), value: publisher ?? t('block.unknownPublisher') },
          ...(event ? [{ label: t('block.when'), value: <RelativeTime at={event.occurredAt} /> }] : []),
        ]}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('block.noFault')}
      </Typography>
    </Section>
  );
}

export function AskForm({ event, sha256 }: { event: BlockPage['event']; sha256: string | undefined }) {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <Section title={t('block.ask')} text={t('block.askText')}>
      <Form
        onSubmit={async ({ justification = '' }) => {
          const request = await answer(
            client.POST('/api/organizations/{organization}/requests', {
              params: { path: { organization } },
              body: event
                ? { eventId: event.id, deviceId: event.device.id, justification }
                : { sha256: sha256?.toLowerCase(), justification },
            }),
          );
          await refresh();
          notice({ text: t('ask.done') });
          await navigate({
            to: '/o/$organization/requests/$request',
            params: { organization: slug, request: request.id },
          });
        }}
      >
        {(busy) => (
          <Stack sx={{ gap: 2, pt: 1, alignItems: 'flex-start' }}>
            <Suggestions eventId={event?.id} sha256={sha256} />
            <JustificationField autoFocus />
            <Button type="submit" variant="contained" size="large" loading={busy}>
              {t('ask.submit')}
            </Button>
          </Stack>
        )}
      </Form>
    </Section>
  );
}

export function AskedAlready({ request }: { request: { id: string; state: RequestState } }) {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  return (
    <Section title={t('block.asked')} text={t(`block.askedText.${request.state}`)}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center' }}>
        <StatusChip status={request.state} />
        <RouterButton
          to="/o/$organization/requests/$request"
          params={{ organization: slug, request: request.id }}
          variant="outlined"
        >
          {t('block.openRequest')}
        </RouterButton>
      </Stack>
    </Section>
  );
}

/** "Is this your Mac?": a claim gives no right until somebody confirms it. */
export function ClaimMac({ machineId }: { machineId: string }) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const act = useAct();
  return (
    <Section title={t('claim.title')} text={t('claim.text')}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          size="large"
          startIcon={<LaptopMacOutlined />}
          onClick={() =>
            void act(
              () =>
                answer(
                  client.POST('/api/organizations/{organization}/my/ownership-claims', {
                    params: { path: { organization } },
                    body: { machineId },
                  }),
                ),
              t('claim.done'),
            )
          }
        >
          {t('claim.submit')}
        </Button>
      </Box>
    </Section>
  );
}

export function StillUnconfirmed() {
  const { t } = useTranslation('requests');
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t('claim.waiting')}
    </Alert>
  );
}

export function WaitForReport() {
  const { t } = useTranslation('requests');
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t('block.notReported')}
    </Alert>
  );
}

export function NotYours() {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <RouterButton to="/o/$organization" params={{ organization: slug }} color="inherit" size="small">
          {t('block.home')}
        </RouterButton>
      }
    >
      {t('block.notYours')}
    </Alert>
  );
}
