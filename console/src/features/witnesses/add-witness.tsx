import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

/** Names a witness. */
export function AddWitness({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t('add')}
      text={t('addText')}
      submit={t('add')}
      onClose={onClose}
      onSubmit={async ({ name = '', url = '', keys = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/ledger/witnesses', {
            params: { path: { organization } },
            body: { name, url, keys: keys.split(/\s+/).filter(Boolean) },
          }),
        );
        await refresh('ledger');
        notice({ text: t('added') });
      }}
    >
      <FormField required name="name" label={t('name')} helperText={t('nameHint')} autoComplete="off" />
      <FormField required name="url" label={t('url')} helperText={t('urlHint')} autoComplete="off" />
      <FormField
        required
        name="keys"
        multiline
        minRows={3}
        maxRows={8}
        label={t('keys')}
        helperText={t('keysHint')}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
    </FormDialog>
  );
}
