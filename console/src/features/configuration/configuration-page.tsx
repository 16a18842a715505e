import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Scope } from '@/api/types';
import { toProblem } from '@/api/problem';
import { tagsQuery } from '@/patterns/macs/queries';
import { Page } from '@/patterns/page';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { configurationsQuery, defaultsQuery, deviceQuery, sameScope, targetOf } from './configuration-api';
import { ConfigurationForm } from './configuration-form';
import { ScopeList } from './scope-list';

/** What every Mac is told in its preflight answer: for the organization, per tag, for single Macs. */
export function ConfigurationPage() {
  const { t } = useTranslation('configuration');
  const { id: organization } = useOrganization();
  const configurations = useQuery(configurationsQuery(organization));
  const defaults = useQuery(defaultsQuery(organization));
  const scope = useChosenScope();
  const error = configurations.error ?? defaults.error ?? scope.error;
  return (
    <Page title={t('title')} purpose={t('purpose')}>
      {error && (
        <ErrorState
          problem={toProblem(error)}
          onRetry={() => void Promise.all([configurations.refetch(), defaults.refetch()])}
        />
      )}
      {!error && (!configurations.data || !defaults.data || !scope.scope) && <PageSkeleton />}
      {configurations.data && defaults.data && scope.scope && (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { md: '260px minmax(0, 1fr)' },
            gap: 3,
            alignItems: 'start',
          }}
        >
          <ScopeList configurations={configurations.data} chosen={scope.scope} />
          <ConfigurationForm
            key={`${scope.scope.kind} ${targetOf(scope.scope) ?? ''} ${versionOf(scope.scope)}`}
            scope={scope.scope}
            current={configurations.data.find((one) => sameScope(one.scope, scope.scope as Scope))}
            organization={configurations.data.find((one) => one.scope.kind === 'ORGANIZATION')}
            defaults={defaults.data}
          />
        </Box>
      )}
    </Page>
  );

  function versionOf(chosen: Scope) {
    return configurations.data?.find((one) => sameScope(one.scope, chosen))?.version ?? 0;
  }
}

/** The scope that the address names; the organization if it names none. */
function useChosenScope(): { scope?: Scope; error?: Error | null } {
  const { id: organization } = useOrganization();
  const { scope, target = '' } = useSearch({ from: '/signed-in/o/$organization/configuration' });
  const tags = useQuery({ ...tagsQuery(organization), enabled: scope === 'tag' });
  const device = useQuery({
    ...deviceQuery(organization, target),
    enabled: scope === 'device' && target !== '',
  });
  if (scope === 'tag') {
    const tag = tags.data?.find(({ id }) => id === target);
    return tag ? { scope: { kind: 'TAG', tag } } : { error: tags.error };
  }
  if (scope === 'device' && target !== '') {
    return device.data ? { scope: { kind: 'DEVICE', device: device.data } } : { error: device.error };
  }
  return { scope: { kind: 'ORGANIZATION' } };
}
