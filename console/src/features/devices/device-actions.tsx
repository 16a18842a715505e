import MoreVertOutlined from '@mui/icons-material/MoreVertOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { CleanSyncDialog } from './clean-sync-dialog';
import { OwnerDialog, TagsDialog } from './device-dialogs';
import { RestoreButton } from './restore-button';

type Open = 'tags' | 'owner' | 'clean' | 'release' | 'retire' | null;

export function DeviceActions({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const path = { organization, id: device.id };
  const show = (next: Open) => {
    setAnchor(null);
    setOpen(next);
  };
  const close = () => setOpen(null);
  const cancelClean = () => {
    setAnchor(null);
    void act(
      () =>
        answer(
          client.DELETE('/api/organizations/{organization}/devices/{id}/clean-sync', { params: { path } }),
        ),
      t('clean.cancelled'),
    );
  };
  const keepCredential = () => {
    setAnchor(null);
    void act(
      () =>
        answer(
          client.DELETE('/api/organizations/{organization}/devices/{id}/release-credential', {
            params: { path },
          }),
        ),
      t('release.kept'),
    );
  };
  if (device.retiredAt) {
    return <RestoreButton device={device} />;
  }
  return (
    <>
      <Button variant="outlined" onClick={() => show('tags')}>
        {t('action.tags')}
      </Button>
      <Button variant="outlined" onClick={() => show('owner')}>
        {t('action.owner')}
      </Button>
      <IconButton
        aria-label={t('action.more')}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVertOutlined />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {device.requestedCleanSync ? (
          <MenuItem onClick={cancelClean}>{t('action.cancelClean')}</MenuItem>
        ) : (
          <MenuItem onClick={() => show('clean')}>{t('action.clean')}</MenuItem>
        )}
        {device.credential.releasedUntil ? (
          <MenuItem onClick={keepCredential}>{t('action.keepCredential')}</MenuItem>
        ) : (
          <MenuItem onClick={() => show('release')}>{t('action.release')}</MenuItem>
        )}
        <MenuItem onClick={() => show('retire')} sx={{ color: 'error.main' }}>
          {t('action.retire')}
        </MenuItem>
      </Menu>
      {open === 'tags' && <TagsDialog device={device} onClose={close} />}
      {open === 'owner' && <OwnerDialog device={device} onClose={close} />}
      {open === 'clean' && <CleanSyncDialog device={device} onClose={close} />}
      <ReleaseDialog device={device} open={open === 'release'} onClose={close} />
      <RetireDialog device={device} open={open === 'retire'} onClose={close} />
    </>
  );
}

interface DangerProps {
  device: DeviceDetail;
  open: boolean;
  onClose: () => void;
}

function ReleaseDialog({ device, open, onClose }: DangerProps) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open={open}
      reason
      title={t('release.title', { name: device.hostname })}
      text={t('release.text')}
      submit={t('action.release')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/devices/{id}/release-credential', {
            params: { path: { organization, id: device.id } },
            body: { reason },
          }),
        );
        await refresh('devices');
        notice({ text: t('release.done') });
      }}
    />
  );
}

function RetireDialog({ device, open, onClose }: DangerProps) {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const navigate = useNavigate();
  return (
    <ConfirmDanger
      open={open}
      reason
      typed={device.hostname}
      title={t('retire.title', { name: device.hostname })}
      text={t('retire.text')}
      submit={t('action.retire')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.DELETE('/api/organizations/{organization}/devices/{id}', {
            params: { path: { organization, id: device.id } },
            body: { reason },
          }),
        );
        await navigate({ to: '/o/$organization/devices', params: { organization: slug } });
        await refresh('devices');
        notice({ text: t('retire.done', { name: device.hostname }) });
      }}
    />
  );
}
