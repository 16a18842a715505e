import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRef, RuleRef, Scope } from '@/api/types';
import { useOrganization, usePermission } from '@/session/session';
import { RouterLink } from '../router-link';
import { StatusChip, TagChip } from '../status-chip';

/** A Mac by its name; a link for whoever may see Macs. */
export function DeviceName({
  device,
  inText,
}: {
  device: Pick<DeviceRef, 'id' | 'hostname' | 'machineId'>;
  /** Within a sentence a link must show without its colour. */
  inText?: boolean;
}) {
  const { slug } = useOrganization();
  const mayRead = usePermission('device.read');
  const name = device.hostname || device.machineId;
  return mayRead ? (
    <RouterLink
      to="/o/$organization/devices/$device"
      params={{ organization: slug, device: device.id }}
      underline={inText ? 'always' : 'hover'}
    >
      {name}
    </RouterLink>
  ) : (
    <span>{name}</span>
  );
}

/** A program by its name; a link for whoever may see events. */
export function SoftwareName({
  sha256,
  inText,
  children,
}: {
  sha256: string;
  /** Within a sentence a link must show without its colour. */
  inText?: boolean;
  children: ReactNode;
}) {
  const { slug } = useOrganization();
  const mayRead = usePermission('event.read');
  return mayRead ? (
    <RouterLink
      to="/o/$organization/software/$sha256"
      params={{ organization: slug, sha256 }}
      underline={inText ? 'always' : 'hover'}
    >
      {children}
    </RouterLink>
  ) : (
    <span>{children}</span>
  );
}

/** For whom something holds. */
export function ScopeName({ scope }: { scope: Scope | { kind: 'DEFAULT' } }) {
  const { t } = useTranslation('macs');
  switch (scope.kind) {
    case 'TAG':
      return <TagChip name={scope.tag.name} color={scope.tag.color} />;
    case 'DEVICE':
      return <DeviceName device={scope.device} />;
    case 'ORGANIZATION':
    case 'DEFAULT':
      return <span>{t(`scope.${scope.kind}`)}</span>;
  }
}

/** A rule in short: what it does and for whom. */
export function RuleName({ rule }: { rule: RuleRef }) {
  const { t } = useTranslation('macs');
  const { slug } = useOrganization();
  const mayRead = usePermission('rule.read');
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <StatusChip status={rule.policy} />
      <ScopeName scope={rule.scope} />
      {mayRead && (
        <RouterLink to="/o/$organization/rules/$rule" params={{ organization: slug, rule: rule.id }}>
          {t('openRule')}
        </RouterLink>
      )}
    </Box>
  );
}

/** Tags one after the other. */
export function TagList({ tags }: { tags: { id: string; name: string; color: string }[] }) {
  const { t } = useTranslation('macs');
  if (tags.length === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('noTags')}
      </Box>
    );
  }
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap', justifyContent: 'inherit' }}
    >
      {tags.map((tag) => (
        <TagChip key={tag.id} name={tag.name} color={tag.color} />
      ))}
    </Box>
  );
}

/** Words for a value that may be missing. */
export function orNothing(value: ReactNode): ReactNode {
  return value === null || value === undefined || value === '' ? '—' : value;
}
