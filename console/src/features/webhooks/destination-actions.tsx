import MoreVertOutlined from '@mui/icons-material/MoreVertOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { DestinationView } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { ChangeDestination } from './destination-dialog';
import { ReplaceSecret } from './replace-secret';
import { SecretDialog } from './secret-dialog';
import { webhooksKey } from './webhooks-api';

/** What can be done with a destination: the test stands alone, everything else is in a menu. */
export function DestinationActions({ destination }: { destination: DestinationView }) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'change' | 'secret' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const target = { params: { path: { organization, id: destination.id } } };
  const enabled = destination.state === 'ENABLED';
  const choose = (work: () => void) => () => {
    setAnchor(null);
    work();
  };
  const close = () => setOpen(null);
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <TestButton id={destination.id} />
      <IconButton
        aria-label={t('more', { name: destination.name })}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVertOutlined />
      </IconButton>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => setOpen('change'))}>{t('change')}</MenuItem>
        <MenuItem
          onClick={choose(
            () =>
              void act(
                () =>
                  answer(
                    client.PUT('/api/organizations/{organization}/destinations/{id}/state', {
                      ...target,
                      body: { enabled: !enabled },
                    }),
                  ),
                t(enabled ? 'disabled' : 'enabled'),
              ),
          )}
        >
          {t(enabled ? 'disable' : 'enable')}
        </MenuItem>
        {destination.dead > 0 && (
          <MenuItem
            onClick={choose(
              () =>
                void act(
                  () =>
                    answer(client.POST('/api/organizations/{organization}/destinations/{id}/replay', target)),
                  t('replayed'),
                ),
            )}
          >
            {t('replayDead', { count: destination.dead })}
          </MenuItem>
        )}
        <MenuItem onClick={choose(() => setOpen('secret'))}>{t('secret.replace')}</MenuItem>
        <MenuItem onClick={choose(() => setOpen('remove'))} sx={{ color: 'error.main' }}>
          {t('remove')}
        </MenuItem>
      </Menu>
      {open === 'change' && <ChangeDestination destination={destination} onClose={close} />}
      {open === 'secret' && <ReplaceSecret id={destination.id} onReplaced={setSecret} onClose={close} />}
      {secret && <SecretDialog secret={secret} text={t('secret.next')} onClose={() => setSecret(null)} />}
      {open === 'remove' && <RemoveDestination destination={destination} onClose={close} />}
    </Stack>
  );
}

function TestButton({ id }: { id: string }) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    try {
      const { state, status, problem } = await answer(
        client.POST('/api/organizations/{organization}/destinations/{id}/test', {
          params: { path: { organization, id } },
        }),
      );
      await refresh(webhooksKey);
      notice(
        state === 'DELIVERED'
          ? { severity: 'success', text: t('tested', { status }) }
          : { severity: 'error', text: status ? t('refused', { status, problem }) : (problem ?? '') },
      );
    } catch (error) {
      const { detail, title } = toProblem(error);
      notice({ severity: 'error', text: detail ?? title });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outlined" loading={busy} onClick={() => void test()}>
      {t('test')}
    </Button>
  );
}

function RemoveDestination({ destination, onClose }: { destination: DestinationView; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('removeTitle', { name: destination.name })}
      text={t('removeText', { count: destination.waiting })}
      submit={t('remove')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/destinations/{id}', {
            params: { path: { organization, id: destination.id } },
          }),
        );
        await refresh(webhooksKey);
        notice({ text: t('removed') });
      }}
    />
  );
}
