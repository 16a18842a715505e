import BoltOutlined from '@mui/icons-material/BoltOutlined';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceDetail, SantaEvent } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList } from '@/patterns/list/use-list';
import { useEventColumns } from '@/patterns/macs/event-columns';
import { useOrganization } from '@/session/session';

export function DeviceEvents({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const list = useList<SantaEvent>({
    key: [organization, 'events', 'device', device.id],
    filters: [],
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/events', {
          params: { path: { organization }, query: { ...query, device: device.id, cursor } },
        }),
      ),
  });
  return (
    <ListPage
      embedded
      title=""
      purpose=""
      list={list}
      columns={useEventColumns({ device: false })}
      rowKey={({ id }) => id}
      rowLink={(id) =>
        linkOptions({ to: '/o/$organization/events/$event', params: { organization: slug, event: id } })
      }
      searchLabel={t('events.search')}
      empty={{ icon: BoltOutlined, title: t('events.emptyTitle'), text: t('events.emptyText') }}
    />
  );
}
