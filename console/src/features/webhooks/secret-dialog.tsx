import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/patterns/shown-once';

/** By which the receiver knows that messages are from here. */
export function SecretDialog({
  secret,
  text,
  onClose,
}: {
  secret: string;
  text: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('webhooks');
  return (
    <ShownOnce
      title={t('secret.title')}
      text={text}
      values={[{ label: t('secret.label'), value: secret }]}
      onClose={onClose}
    />
  );
}
