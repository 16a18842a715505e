import { useQuery } from '@tanstack/react-query';
import { linkOptions, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { toProblem } from '@/api/problem';
import { DetailPage, type DetailTab } from '@/patterns/detail-page';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { DeviceName } from '@/patterns/macs/names';
import { RouterLink } from '@/patterns/router-link';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { StatusChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { Timeline } from '@/patterns/timeline';
import { useOrganization, usePermission, usePermissionForSome, useSession } from '@/session/session';
import { VoteLink } from '@/patterns/macs/vote-link';
import { DecideRequest } from './decide-request';
import { NextToDecide } from './next-to-decide';
import { Outcome } from './outcome';
import { OwnRequest } from './own-request';
import { RequestPath } from './request-path';
import { requestQuery } from './requests-api';
import { SoftwareFacts } from './software-facts';

export function RequestPage() {
  const { request } = useParams({ from: '/signed-in/o/$organization/requests/$request' });
  return <RequestDetails id={request} />;
}

/** One request and its decision, on its page or beside the list. */
export function RequestDetails({ id }: { id: string }) {
  const { t } = useTranslation('requests');
  const { id: organization, slug } = useOrganization();
  const request = useQuery(requestQuery(organization, id));
  const mayReadAll = usePermissionForSome('request.read');
  const tabs = useTabs(request.data);
  const key = useMemo(() => [organization, 'requests', id], [organization, id]);
  useLiveRefresh('request', key);
  useLiveRefresh('device', key);
  if (request.error) {
    return <ErrorState page problem={toProblem(request.error)} onRetry={() => void request.refetch()} />;
  }
  if (!request.data) {
    return <PageSkeleton />;
  }
  const { number, title, state, requester, device, submittedAt } = request.data;
  return (
    <DetailPage
      back={
        mayReadAll
          ? {
              link: linkOptions({ to: '/o/$organization/requests', params: { organization: slug } }),
              label: t('all.title'),
            }
          : {
              link: linkOptions({ to: '/o/$organization/requests/mine', params: { organization: slug } }),
              label: t('mine.title'),
            }
      }
      name={`#${number} ${title}`}
      status={<StatusChip status={state} />}
      facts={[
        { label: t('column.who'), value: requester.displayName },
        { label: t('column.device'), value: device ? <DeviceName device={device} /> : '—' },
        { label: t('column.asked'), value: <RelativeTime at={submittedAt} /> },
      ]}
      tabs={tabs}
      timeline={<Story request={request.data} />}
    />
  );
}

function useTabs(request: RequestDetail | undefined): DetailTab[] {
  const { t } = useTranslation('requests');
  const own = useSession().person.id === request?.requester.id;
  const expert = usePermission('event.read');
  const mayDecide = usePermissionForSome('request.decide');
  if (!request) {
    return [];
  }
  const open = ['IN_REVIEW', 'CHANGES_REQUESTED', 'POST_REVIEW'].includes(request.state);
  const decides = !own && (mayDecide || request.asked) && request.state !== 'CHANGES_REQUESTED';
  return [
    {
      name: 'decision',
      label: t('tab.decision'),
      content: (
        <>
          {!open ? (
            <Outcome request={request} />
          ) : decides ? (
            <DecideRequest request={request} />
          ) : (
            <OwnRequest request={request} own={own} />
          )}
          <RequestPath request={request} />
          {open && request.software.known && <VoteLink sha256={request.software.sha256} />}
          <NextToDecide current={request.id} />
        </>
      ),
    },
    ...(expert
      ? [{ name: 'software', label: t('tab.software'), content: <SoftwareFacts request={request} /> }]
      : []),
  ];
}

/** The story in sentences, and the way to what the ledger proves of it. */
function Story({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  const mayReadLedger = usePermission('ledger.read');
  return (
    <>
      <Timeline
        title={t('story')}
        items={request.timeline.map(({ at, actor, sentence, words }, index) => ({
          key: `${at} ${index}`,
          at,
          actor: actor.displayName,
          sentence,
          words,
        }))}
      />
      {mayReadLedger && (
        <RouterLink
          to="/o/$organization/ledger"
          params={{ organization: slug }}
          search={{ objectType: 'request', objectId: request.id }}
          sx={{ fontSize: '0.875rem' }}
        >
          {t('proof')}
        </RouterLink>
      )}
    </>
  );
}
