import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Entry } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage } from '@/patterns/detail-page';
import { Difference } from '@/patterns/difference';
import { Identifier } from '@/patterns/identifier';
import { RouterLink } from '@/patterns/router-link';
import { FactList, Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { EraseSubjects, ErasedValues } from './erased-values';
import { EntryProof } from './entry-proof';
import { WatchBanner } from './watch';

export function EntryPage() {
  const { entry } = useParams({ from: '/signed-in/o/$organization/ledger/$entry' });
  return <EntryDetails id={entry} />;
}

/** One entry of the book: who did what to which thing, what it was before and after, and the bytes that prove it. */
export function EntryDetails({ id }: { id: string }) {
  const { t, i18n } = useTranslation('ledger');
  const { id: organization, slug } = useOrganization();
  const entry = useQuery({
    queryKey: [organization, 'ledger', 'entry', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/ledger/entries/{id}', {
          params: { path: { organization, id } },
        }),
      ),
    staleTime: Infinity,
    // Until it is sequenced, which takes about a second, it has no place in the tree.
    refetchInterval: ({ state }) => (state.data?.index === null ? 1_000 : false),
  });
  if (entry.error) {
    return <ErrorState page problem={toProblem(entry.error)} onRetry={() => void entry.refetch()} />;
  }
  if (!entry.data) {
    return <PageSkeleton />;
  }
  const { action, object, actor, recordedAt, before, after } = entry.data;
  const actionKey = `ledger:action.${action}`;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/ledger', params: { organization: slug } }),
        label: t('title'),
      }}
      name={i18n.exists(actionKey) ? t(actionKey) : action}
      facts={[
        { label: t('column.actor'), value: actor.displayName },
        { label: t('column.object'), value: object.name || object.id },
        { label: t('column.recorded'), value: <ExactTime at={recordedAt} /> },
      ]}
      action={<EraseSubjects entry={entry.data} />}
      tabs={[
        {
          name: 'entry',
          label: t('entry.title'),
          content: (
            <>
              <WatchBanner />
              <Section title={t('entry.changed')}>
                <Difference before={before} after={after} />
              </Section>
              <ErasedValues entry={entry.data} />
              <Circumstances entry={entry.data} />
              <EntryProof entry={entry.data} />
            </>
          ),
        },
      ]}
    />
  );
}

function Circumstances({ entry }: { entry: Entry }) {
  const { t } = useTranslation('ledger');
  const { slug } = useOrganization();
  const same = { to: '/o/$organization/ledger', params: { organization: slug } } as const;
  return (
    <Section title={t('entry.circumstances')}>
      <FactList
        facts={[
          { label: t('column.reason'), value: entry.reason ?? t('entry.noReason') },
          {
            label: t('filter.actor'),
            value: (
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                {entry.actor.displayName} ({t(`actor.${entry.actor.type}`)})
                {entry.actor.id && (
                  <RouterLink {...same} search={{ actor: entry.actor.id }}>
                    {t('entry.sameActor')}
                  </RouterLink>
                )}
              </Stack>
            ),
          },
          { label: t('column.action'), value: <Identifier value={entry.action} length={0} copy={false} /> },
          {
            label: t('column.object'),
            value: (
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                {entry.object.type} <Identifier value={entry.object.id} />
                <RouterLink {...same} search={{ objectType: entry.object.type, objectId: entry.object.id }}>
                  {t('entry.sameObject')}
                </RouterLink>
              </Stack>
            ),
          },
          {
            label: t('column.correlation'),
            value: (
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                <Identifier value={entry.correlationId} />
                <RouterLink {...same} search={{ correlationId: entry.correlationId }}>
                  {t('entry.sameCorrelation')}
                </RouterLink>
              </Stack>
            ),
          },
        ]}
      />
    </Section>
  );
}
