import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { CatalogueEntry } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** Those who have it keep it, and read so before it goes. */
export function RemoveDialog({ entry, onClose }: { entry: CatalogueEntry; onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <ConfirmDanger
      open
      title={t('curate.removeTitle', { name: entry.name })}
      text={t('curate.removeText', { count: entry.macs })}
      submit={t('curate.remove')}
      onClose={onClose}
      onConfirm={async () => {
        await answer(
          client.DELETE('/api/organizations/{organization}/catalogue/entries/{entry}', {
            params: { path: { organization, entry: entry.id }, query: { version: entry.version } },
          }),
        );
        await refresh('catalogue');
        notice({ text: t('curate.removed', { name: entry.name }) });
      }}
    />
  );
}
