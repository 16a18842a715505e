import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Configuration, Scope } from '@/api/types';
import { DevicePicker } from '@/patterns/macs/pickers';
import { tagsQuery } from '@/patterns/macs/queries';
import { RouterLink } from '@/patterns/router-link';
import { useOrganization, usePermission } from '@/session/session';
import { sameScope, targetOf } from './configuration-api';
import { setOnly } from './settings';

/** From wide to narrow: the organization, tags in their order, Macs with settings of their own. */
export function ScopeList({ configurations, chosen }: { configurations: Configuration[]; chosen: Scope }) {
  const { t } = useTranslation('configuration');
  const { id: organization, slug } = useOrganization();
  const { data: tags = [] } = useQuery(tagsQuery(organization));
  const maySeeDevices = usePermission('device.read');
  const navigate = useNavigate();
  const ordered = [...tags].sort((one, other) => one.position - other.position);
  const devices = configurations.flatMap(({ scope }) => (scope.kind === 'DEVICE' ? [scope] : []));
  const shown =
    devices.some((scope) => sameScope(scope, chosen)) || chosen.kind !== 'DEVICE'
      ? devices
      : [...devices, chosen];
  const countOf = (scope: Scope) => {
    const found = configurations.find((one) => sameScope(one.scope, scope));
    return found ? Object.keys(setOnly(found.settings)).length : 0;
  };
  return (
    <Box component="nav" aria-label={t('scopes')}>
      <Group title={t('scope.ORGANIZATION')}>
        <ScopeLink
          scope={{ kind: 'ORGANIZATION' }}
          chosen={chosen}
          label={t('everybody')}
          count={countOf({ kind: 'ORGANIZATION' })}
        />
      </Group>
      <Group title={t('scope.TAG')}>
        {ordered.length === 0 && <Note text={t('noTags')} />}
        {ordered.map((tag) => (
          <ScopeLink
            key={tag.id}
            scope={{ kind: 'TAG', tag }}
            chosen={chosen}
            label={tag.name}
            color={tag.color}
            count={countOf({ kind: 'TAG', tag })}
          />
        ))}
      </Group>
      <Group title={t('scope.DEVICE')}>
        {shown.map((scope) => (
          <ScopeLink
            key={scope.device.id}
            scope={scope}
            chosen={chosen}
            label={scope.device.hostname}
            count={countOf(scope)}
          />
        ))}
        {maySeeDevices && (
          <Box sx={{ mt: 1 }}>
            <DevicePicker
              label={t('chooseDevice')}
              chosen={null}
              onChange={(device) =>
                device &&
                void navigate({
                  to: '/o/$organization/configuration',
                  params: { organization: slug },
                  search: { scope: 'device', target: device.id },
                })
              }
            />
          </Box>
        )}
      </Group>
    </Box>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="overline" component="h2" sx={{ color: 'text.secondary', px: 1.25 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Note({ text }: { text: string }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', px: 1.25 }}>
      {text}
    </Typography>
  );
}

interface ScopeLinkProps {
  scope: Scope;
  chosen: Scope;
  label: string;
  color?: string;
  count: number;
}

function ScopeLink({ scope, chosen, label, color, count }: ScopeLinkProps) {
  const { t } = useTranslation('configuration');
  const { slug } = useOrganization();
  const current = sameScope(scope, chosen);
  return (
    <RouterLink
      to="/o/$organization/configuration"
      params={{ organization: slug }}
      search={{
        scope: scope.kind === 'ORGANIZATION' ? undefined : scope.kind.toLowerCase(),
        target: targetOf(scope),
      }}
      aria-current={current ? 'true' : undefined}
      underline="none"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1.25,
        minHeight: 36,
        borderRadius: 1,
        color: 'text.primary',
        fontWeight: current ? 600 : 450,
        fontSize: '0.875rem',
        bgcolor: current ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      {color && <Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: color }} />}
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
      {count > 0 && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 400 }}>
          {t('settingsSet', { count })}
        </Box>
      )}
    </RouterLink>
  );
}
