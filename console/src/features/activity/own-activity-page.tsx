import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Activity } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { PlainShell } from '@/shell/plain-shell';
import { useActivityColumns, useActivityFilters } from '@/patterns/activity/activity-columns';

/** Where I signed in and out, and what was refused to me or to somebody who tried to be me. */
export function OwnActivityPage() {
  const { t } = useTranslation('activity');
  const list = useList<Activity>({
    key: ['account', 'activity'],
    filters: useActivityFilters(),
    load: ({ kind, from, to }, cursor) =>
      answer(
        client.GET('/api/account/activity', {
          params: { query: { kind: kind as Activity['kind'] | undefined, from, to, cursor } },
        }),
      ),
  });
  return (
    <PlainShell>
      <ListPage
        title={t('own.title')}
        purpose={t('own.purpose')}
        list={list}
        columns={useActivityColumns()}
        rowKey={({ id }) => id}
        empty={{ icon: HistoryOutlined, title: t('empty.title'), text: t('own.empty') }}
      />
    </PlainShell>
  );
}
