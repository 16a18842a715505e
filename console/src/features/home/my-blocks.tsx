import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { MyBlock } from '@/api/types';
import { toProblem } from '@/api/problem';
import { useRefresh } from '@/patterns/act';
import { Suggestions } from '@/patterns/catalogue/suggestions';
import { FormDialog } from '@/patterns/form';
import { JustificationField } from '@/patterns/macs/justification';
import { useNotice } from '@/patterns/notice';
import { RouterButton, RouterLink } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { EmptyState, ErrorState } from '@/patterns/states';
import { StatusChip, ToneChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { myBlocksQuery } from './home-api';

/** What was blocked on one's Macs, each with the one next step. */
export function MyBlocks() {
  const { t } = useTranslation('home');
  const { id: organization, slug } = useOrganization();
  const { data, error, refetch } = useQuery(myBlocksQuery(organization));
  const [asking, setAsking] = useState<MyBlock | null>(null);
  return (
    <Section title={t('blocks.title')} text={t('blocks.text')}>
      {error && <ErrorState problem={toProblem(error)} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton variant="rounded" height={168} />}
      {data?.items.length === 0 && (
        <EmptyState icon={VerifiedUserOutlined} title={t('blocks.emptyTitle')} text={t('blocks.emptyText')} />
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {data?.items.map((block) => (
          <Block
            key={`${block.event.sha256} ${block.event.device.id}`}
            block={block}
            onAsk={() => setAsking(block)}
          />
        ))}
      </Stack>
      <RouterButton
        to="/o/$organization/requests/new"
        params={{ organization: slug }}
        size="small"
        sx={{ mt: 1, ml: -0.5 }}
      >
        {t('blocks.askOther')}
      </RouterButton>
      <RouterButton
        to="/o/$organization/catalogue"
        params={{ organization: slug }}
        size="small"
        sx={{ mt: 1 }}
      >
        {t('blocks.catalogue')}
      </RouterButton>
      {asking && <AskDialog block={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
}

function Block({ block, onAsk }: { block: MyBlock; onAsk: () => void }) {
  const { t } = useTranslation('home');
  const { event, times, lastAt } = block;
  return (
    <Card component="li" sx={{ p: 1.75, display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ display: 'flex', gap: 1.5, flex: '1 1 240px', minWidth: 0 }}>
        <Initial name={event.fileName} />
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography sx={{ fontWeight: 600 }}>{event.fileName}</Typography>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            {event.publisher ?? t('blocks.unknownMaker')} · {event.device.hostname}
            <br />
            {t('blocks.times', { count: times })} · <RelativeTime at={lastAt} />
          </Typography>
        </Box>
      </Box>
      <NextStep block={block} onAsk={onAsk} />
    </Card>
  );
}

function NextStep({ block: { request, allowedNow }, onAsk }: { block: MyBlock; onAsk: () => void }) {
  const { t } = useTranslation('home');
  const { slug } = useOrganization();
  if (allowedNow) {
    return <ToneChip tone="good">{t('blocks.allowedNow')}</ToneChip>;
  }
  if (request && request.state !== 'WITHDRAWN') {
    return (
      <RouterLink
        to="/o/$organization/requests/$request"
        params={{ organization: slug, request: request.id }}
      >
        <StatusChip status={request.state} />
      </RouterLink>
    );
  }
  return (
    <Button variant="contained" onClick={onAsk}>
      {t('blocks.ask')}
    </Button>
  );
}

function AskDialog({ block, onClose }: { block: MyBlock; onClose: () => void }) {
  const { t } = useTranslation('home');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t('ask.title', { name: block.event.fileName })}
      text={t('ask.text')}
      submit={t('blocks.ask')}
      onClose={onClose}
      onSubmit={async ({ justification = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/requests', {
            params: { path: { organization } },
            body: { eventId: block.event.id, deviceId: block.event.device.id, justification },
          }),
        );
        await refresh();
        notice({ text: t('ask.done') });
      }}
    >
      <Suggestions eventId={block.event.id} />
      <JustificationField autoFocus />
    </FormDialog>
  );
}

/** A quiet mark instead of an icon that nobody has. */
function Initial({ name }: { name: string }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: 40,
        flexShrink: 0,
        height: 40,
        borderRadius: '10px',
        display: 'grid',
        placeItems: 'center',
        bgcolor: 'sunken',
        border: 1,
        borderColor: 'divider',
        color: 'text.secondary',
        fontWeight: 650,
        textTransform: 'uppercase',
      }}
    >
      {name.slice(0, 1)}
    </Box>
  );
}
