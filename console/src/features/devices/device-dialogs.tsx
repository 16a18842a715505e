import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail, PersonRef } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog } from '@/patterns/form';
import { PersonPicker, TagsPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

interface DialogProps {
  device: DeviceDetail;
  onClose: () => void;
}

export function TagsDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [tagIds, setTagIds] = useState(() => device.tags.map(({ id }) => id));
  return (
    <FormDialog
      open
      title={t('tags.title', { name: device.hostname })}
      text={t('tags.text')}
      submit={t('tags.submit')}
      onClose={onClose}
      onSubmit={async () => {
        await answer(
          client.PUT('/api/organizations/{organization}/devices/{id}/tags', {
            params: { path: { organization, id: device.id } },
            body: { tagIds },
          }),
        );
        await refresh('devices');
        notice({ text: t('tags.done') });
      }}
    >
      <TagsPicker label={t('column.tags')} chosen={tagIds} onChange={setTagIds} />
    </FormDialog>
  );
}

export function OwnerDialog({ device, onClose }: DialogProps) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [owner, setOwner] = useState<PersonRef | null>(device.owner);
  return (
    <FormDialog
      open
      title={t('owner.title', { name: device.hostname })}
      text={t('owner.text', { user: device.primaryUser || '—' })}
      submit={t('owner.submit')}
      onClose={onClose}
      onSubmit={async () => {
        await answer(
          client.PUT('/api/organizations/{organization}/devices/{id}/owner', {
            params: { path: { organization, id: device.id } },
            body: { personId: owner?.id ?? null },
          }),
        );
        await refresh('devices');
        notice({ text: t('owner.done') });
      }}
    >
      <PersonPicker label={t('column.owner')} hint={t('owner.hint')} chosen={owner} onChange={setOwner} />
    </FormDialog>
  );
}
