import MeetingRoomOutlined from '@mui/icons-material/MeetingRoomOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Engagement } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ConfirmDanger } from '@/patterns/form';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList } from '@/patterns/list/use-list';
import { useLive } from '@/patterns/live';
import { useNotice } from '@/patterns/notice';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { LevelMark } from '@/patterns/level-mark';

/** A customer sees who of its provider may enter, and shows anybody out. */
export function EntrantsPage() {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const { history } = useSearch({ strict: false }) as { history?: string };
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [ending, setEnding] = useState<Engagement | null>(null);
  useLive('engagement', () => void refresh('entrants'));
  const list = useList<Engagement>({
    key: [organization, 'entrants', history],
    filters: [],
    load: (_, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/entrants', {
          params: { path: { organization }, query: { history: history === 'true', cursor } },
        }),
      ),
  });
  const emergencies = list.rows.filter(({ level, end }) => level === 'EMERGENCY' && !end);
  return (
    <>
      <ListPage
        title={t('entrants.title')}
        purpose={t('entrants.purpose')}
        list={list}
        columns={useColumns(setEnding, history === 'true')}
        rowKey={({ id }) => id}
        action={
          <Button
            onClick={() =>
              void navigate({ to: '.', search: { history: history ? undefined : 'true' } as never })
            }
          >
            {t(history ? 'entrants.hideHistory' : 'entrants.showHistory')}
          </Button>
        }
        banner={
          emergencies.length > 0 && (
            <Alert severity="error" sx={{ mb: 1.5 }}>
              {t('entrants.emergency', {
                count: emergencies.length,
                name: emergencies[0]?.person.displayName,
              })}
            </Alert>
          )
        }
        empty={{
          icon: MeetingRoomOutlined,
          title: t('entrants.emptyTitle'),
          text: t('entrants.emptyText'),
        }}
      />
      {ending && <EndDialog engagement={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function EndDialog({ engagement, onClose }: { engagement: Engagement; onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const name = engagement.person.displayName;
  return (
    <ConfirmDanger
      open
      reason
      title={t('entrants.endTitle', { name })}
      text={t('entrants.endText', { name })}
      submit={t('entrants.end')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await answer(
          client.POST('/api/organizations/{organization}/entrants/{id}/end', {
            params: { path: { organization, id: engagement.id } },
            body: { reason },
          }),
        );
        await refresh('entrants');
        notice({ text: t('entrants.ended', { name }) });
      }}
    />
  );
}

function useColumns(onEnd: (engagement: Engagement) => void, history: boolean): Column<Engagement>[] {
  const { t } = useTranslation('engagements');
  const mayEnd = usePermission('entrant.end');
  const columns: Column<Engagement>[] = [
    { name: 'who', title: t('entrants.who'), render: ({ person }) => person.displayName },
    { name: 'level', title: t('entrants.level'), render: ({ level }) => <LevelMark level={level} /> },
    { name: 'since', title: t('entrants.since'), render: ({ startsAt }) => <RelativeTime at={startsAt} /> },
    {
      name: 'until',
      title: t('entrants.until'),
      render: ({ expiresAt }) => <RelativeTime at={expiresAt} absent={t('openEnded')} />,
    },
    { name: 'why', title: t('entrants.why'), render: ({ reason }) => reason },
  ];
  if (history) {
    columns.push({
      name: 'over',
      title: t('entrants.over'),
      render: ({ end }) =>
        end && (
          <>
            {t(`history.cause.${end.cause}`)} <RelativeTime at={end.at} />
          </>
        ),
    });
  }
  if (mayEnd) {
    columns.push({
      name: 'end',
      title: t('entrants.end'),
      action: true,
      render: (engagement) =>
        !engagement.end && (
          <Button size="small" color="error" onClick={() => onEnd(engagement)}>
            {t('entrants.end')}
          </Button>
        ),
    });
  }
  return columns;
}
