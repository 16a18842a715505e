import { useTranslation } from 'react-i18next';
import type { MediaPolicy } from '@/api/types';
import { Identifier } from '../identifier';
import { StatusChip } from '../status-chip';
import { duration } from '../time';

/** A setting of Santa's configuration in words: modes as chips, seconds as durations, expressions in monospace. */
export function SettingValue({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation('macs');
  if (value === null || value === undefined) {
    return <span>{t('value.notSet')}</span>;
  }
  if (typeof value === 'boolean') {
    return <span>{t(value ? 'value.yes' : 'value.no')}</span>;
  }
  if (typeof value === 'number') {
    return <span>{name.endsWith('Seconds') ? duration(value) : value}</span>;
  }
  if (isMediaPolicy(value)) {
    return <span>{t(`media.${value.action}`, { flags: value.remountFlags.join(', ') })}</span>;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') {
    return <span>{t('value.empty')}</span>;
  }
  if (name === 'clientMode') {
    return <StatusChip status={text} />;
  }
  return name.endsWith('Regex') || name.endsWith('Url') ? (
    <Identifier value={text} length={0} />
  ) : (
    <span>{text}</span>
  );
}

function isMediaPolicy(value: unknown): value is MediaPolicy {
  return typeof value === 'object' && value !== null && 'action' in value;
}
