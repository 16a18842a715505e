import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useRefresh } from '@/patterns/act';
import { FormDialog } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { webhooksKey } from './webhooks-api';

interface ReplaceSecretProps {
  id: string;
  /** With the new secret, which is shown once. */
  onReplaced: (secret: string) => void;
  onClose: () => void;
}

/** Makes a new secret; the former one signs too for a day. */
export function ReplaceSecret({ id, onReplaced, onClose }: ReplaceSecretProps) {
  const { t } = useTranslation('webhooks');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  return (
    <FormDialog
      open
      title={t('secret.replace')}
      text={t('secret.replaceText')}
      submit={t('secret.replace')}
      onClose={onClose}
      onSubmit={async () => {
        const { secret } = await answer(
          client.POST('/api/organizations/{organization}/destinations/{id}/secret', {
            params: { path: { organization, id } },
          }),
        );
        onReplaced(secret);
        await refresh(webhooksKey);
      }}
    />
  );
}
