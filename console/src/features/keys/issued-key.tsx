import { useTranslation } from 'react-i18next';
import type { IssuedKey } from '@/api/types';
import { ShownOnce } from '@/patterns/shown-once';
import { useOrganization } from '@/session/session';

/** The key in the clear, now and never again, with a call to try it. */
export function IssuedKeyDialog({ issued, onClose }: { issued: IssuedKey; onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const address = `${window.location.origin}/api/organizations/${organization}`;
  return (
    <ShownOnce
      title={t('issued.title', { name: issued.key.name })}
      text={t('issued.text')}
      values={[
        { label: t('issued.key'), value: issued.text },
        { label: t('issued.example'), value: `curl -H "Authorization: Bearer $GATEHOUSE_KEY" ${address}` },
      ]}
      onClose={onClose}
    />
  );
}
