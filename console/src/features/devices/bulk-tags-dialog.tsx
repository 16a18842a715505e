import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceRow } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog } from '@/patterns/form';
import { TagsPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

export interface BulkTags {
  action: 'ADD_TAGS' | 'REMOVE_TAGS';
  rows: DeviceRow[];
  done: () => void;
}

/** Says how many Macs change and how many already are as wanted, before anything happens. */
export function BulkTagsDialog({ action, rows, done, onClose }: BulkTags & { onClose: () => void }) {
  const { t } = useTranslation('devices');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [tagIds, setTagIds] = useState<string[]>([]);
  const adding = action === 'ADD_TAGS';
  const same = rows.filter(({ tags }) => {
    const own = new Set(tags.map(({ id }) => id));
    return tagIds.every((id) => own.has(id) === adding);
  }).length;
  return (
    <FormDialog
      open
      title={t(adding ? 'bulk.addTitle' : 'bulk.removeTitle', { count: rows.length })}
      text={t('bulk.text')}
      submit={t(adding ? 'bulk.add' : 'bulk.remove')}
      onClose={onClose}
      onSubmit={async () => {
        if (tagIds.length === 0) {
          throw new Error(t('bulk.chooseTag'));
        }
        const { changed, refused } = await answer(
          client.POST('/api/organizations/{organization}/devices/bulk', {
            params: { path: { organization } },
            body: { ids: rows.map(({ id }) => id), action, tagIds },
          }),
        );
        await refresh('devices');
        done();
        notice({
          severity: refused.length > 0 ? 'warning' : 'success',
          text: [t('bulk.changed', { count: changed }), ...refused.map(({ reason }) => reason)].join(' '),
        });
      }}
    >
      <TagsPicker label={t('column.tags')} chosen={tagIds} onChange={setTagIds} />
      {tagIds.length > 0 && (
        <Alert severity="info">{t('bulk.consequence', { change: rows.length - same, same })}</Alert>
      )}
    </FormDialog>
  );
}
