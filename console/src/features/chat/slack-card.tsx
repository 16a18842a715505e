import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SlackWorkspace } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { FactList, Section } from '@/patterns/section';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { chatKey } from './chat-api';
import { SlackDialog } from './slack-dialog';

/** The Slack that is connected, and how it does. */
export function SlackCard({ workspace }: { workspace: SlackWorkspace }) {
  const { t } = useTranslation('chat');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [open, setOpen] = useState<'change' | 'disconnect' | null>(null);
  const test = () =>
    act(
      () =>
        answer(
          client.POST('/api/organizations/{organization}/slack/test', { params: { path: { organization } } }),
        ),
      t('tested'),
    );
  return (
    <Section
      title={t('slack', { team: workspace.teamName })}
      action={
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" onClick={() => void test()}>
            {t('test')}
          </Button>
          <Button variant="outlined" onClick={() => setOpen('change')}>
            {t('change')}
          </Button>
          <Button variant="outlined" color="error" onClick={() => setOpen('disconnect')}>
            {t('disconnect')}
          </Button>
        </Stack>
      }
    >
      <FactList
        facts={[
          {
            label: t('state'),
            value: workspace.problem ? (
              <Stack sx={{ alignItems: 'flex-start' }}>
                <StatusChip status="LATE" label={t('failing')} />
                <span>{workspace.problem}</span>
              </Stack>
            ) : (
              <StatusChip status="ACTIVE" label={t('good')} />
            ),
          },
          { label: t('channel'), value: workspace.channel },
          {
            label: t('decides'),
            value:
              workspace.highestRisk === null
                ? t('decidesNothing')
                : t('decidesUpTo', { risk: workspace.highestRisk }),
          },
          { label: t('since'), value: <ExactTime at={workspace.connectedAt} /> },
        ]}
      />
      {open === 'change' && <SlackDialog workspace={workspace} onClose={() => setOpen(null)} />}
      {open === 'disconnect' && <Disconnect team={workspace.teamName} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Disconnect({ team, onClose }: { team: string; onClose: () => void }) {
  const { t } = useTranslation('chat');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('disconnectTitle', { team })}
      text={t('disconnectText')}
      submit={t('disconnect')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/slack', { params: { path: { organization } } }),
        );
        await refresh(chatKey);
        notice({ text: t('disconnected') });
      }}
    />
  );
}
