import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../time';

/** The seconds until an instant, counting down; negative once it is past. */
export function useSecondsUntil(at: string | null | undefined): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!at) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return at ? Math.round((Date.parse(at) - now) / 1000) : null;
}

/** "in 40 s", "any moment", "12 min overdue". */
export function ExpectedIn({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation('macs');
  const seconds = useSecondsUntil(at);
  if (seconds === null) {
    return <span>{t('expected.unknown')}</span>;
  }
  if (seconds > 0) {
    return <span>{t('expected.in', { time: duration(seconds) })}</span>;
  }
  return (
    <span>{seconds > -60 ? t('expected.now') : t('expected.overdue', { time: duration(-seconds) })}</span>
  );
}
