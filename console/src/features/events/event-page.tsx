import { queryOptions, useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { SantaEventDetail } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage } from '@/patterns/detail-page';
import { DeviceName, orNothing } from '@/patterns/macs/names';
import { SigningChain } from '@/patterns/macs/signing-chain';
import { RouterButton } from '@/patterns/router-link';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { EntitlementList, EventFacts, FileFacts, OriginFacts, SigningFacts } from './event-facts';

const eventQuery = (organization: string, id: string) =>
  queryOptions({
    queryKey: [organization, 'events', id],
    queryFn: () =>
      answer(
        client.GET('/api/organizations/{organization}/events/{id}', {
          params: { path: { organization, id } },
        }),
      ),
  });

export function EventPage() {
  const { event } = useParams({ from: '/signed-in/o/$organization/events/$event' });
  return <EventDetails id={event} />;
}

/** Everything about one execution, on its page or beside the list. */
export function EventDetails({ id }: { id: string }) {
  const { t } = useTranslation('events');
  const { id: organization, slug } = useOrganization();
  const event = useQuery(eventQuery(organization, id));
  if (event.error) {
    return <ErrorState page problem={toProblem(event.error)} onRetry={() => void event.refetch()} />;
  }
  if (!event.data) {
    return <PageSkeleton />;
  }
  const { fileName, decision, device, executingUser, occurredAt, signingChain, entitlements } = event.data;
  return (
    <DetailPage
      back={{
        link: linkOptions({ to: '/o/$organization/events', params: { organization: slug } }),
        label: t('title'),
      }}
      name={fileName}
      status={<StatusChip status={decision} />}
      facts={[
        { label: t('column.device'), value: <DeviceName device={device} /> },
        { label: t('column.user'), value: orNothing(executingUser) },
        { label: t('column.occurredAt'), value: <ExactTime at={occurredAt} /> },
      ]}
      action={<Actions event={event.data} />}
      tabs={[
        {
          name: 'facts',
          label: t('tab.facts'),
          content: (
            <>
              <EventFacts event={event.data} />
              <FileFacts event={event.data} />
              <OriginFacts event={event.data} />
            </>
          ),
        },
        {
          name: 'signing',
          label: t('tab.signing'),
          content: (
            <>
              <SigningFacts event={event.data} />
              <Section title={t('chain')}>
                <SigningChain chain={signingChain} />
              </Section>
              <EntitlementList entitlements={entitlements} filtered={event.data.entitlementsFiltered} />
            </>
          ),
        },
      ]}
    />
  );
}

function Actions({ event }: { event: SantaEventDetail }) {
  const { t } = useTranslation('events');
  const { slug } = useOrganization();
  const mayManageRules = usePermission('rule.manage');
  return (
    <>
      <RouterButton
        to="/o/$organization/software/$sha256"
        params={{ organization: slug, sha256: event.sha256 }}
        variant="outlined"
      >
        {t('action.software')}
      </RouterButton>
      {mayManageRules && (
        <RouterButton
          to="/o/$organization/rules/new"
          params={{ organization: slug }}
          search={
            event.signingId
              ? { ruleType: 'SIGNINGID', identifier: event.signingId }
              : { ruleType: 'BINARY', identifier: event.sha256 }
          }
          variant="contained"
        >
          {t('action.rule')}
        </RouterButton>
      )}
    </>
  );
}
