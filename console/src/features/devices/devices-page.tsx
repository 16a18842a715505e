import LabelOffOutlined from '@mui/icons-material/LabelOffOutlined';
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import LaptopMacOutlined from '@mui/icons-material/LaptopMacOutlined';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { DeviceRow } from '@/api/types';
import { ListPage } from '@/patterns/list/list-page';
import { useList, type Filter } from '@/patterns/list/use-list';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { tagsQuery } from '@/patterns/macs/queries';
import { RouterButton } from '@/patterns/router-link';
import { useOrganization, usePermission, useSession } from '@/session/session';
import { BulkTagsDialog, type BulkTags } from './bulk-tags-dialog';
import { ClaimList } from './claim-list';
import { useDeviceColumns } from './device-columns';
import { enrolmentNamesQuery } from './devices-api';

const DeviceDetails = lazy(() => import('./device-page').then((page) => ({ default: page.DeviceDetails })));

export function DevicesPage() {
  const { t } = useTranslation('devices');
  const { id: organization, slug } = useOrganization();
  const mayManage = usePermission('device.manage');
  const mayEnrol = usePermission('enrolment.manage');
  const [bulk, setBulk] = useState<BulkTags | null>(null);
  const key = useMemo(() => [organization, 'devices', 'list'], [organization]);
  useLiveRefresh('device', key);
  const list = useList<DeviceRow>({
    key,
    filters: useFilters(organization),
    defaultSort: 'hostname',
    load: (query, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/devices', {
          params: { path: { organization }, query: { ...query, cursor } },
        }),
      ),
  });
  return (
    <>
      <ListPage
        title={t('title')}
        purpose={t('purpose')}
        list={list}
        columns={useDeviceColumns()}
        rowKey={({ id }) => id}
        rowLink={(id) =>
          linkOptions({ to: '/o/$organization/devices/$device', params: { organization: slug, device: id } })
        }
        detail={DeviceDetails}
        searchLabel={t('search')}
        exportPath={`/api/organizations/${organization}/devices/export`}
        banner={mayManage && <ClaimList />}
        bulk={
          mayManage
            ? [
                {
                  name: 'add',
                  label: t('bulk.add'),
                  icon: <LabelOutlined />,
                  onAct: (rows, done) => setBulk({ action: 'ADD_TAGS', rows, done }),
                },
                {
                  name: 'remove',
                  label: t('bulk.remove'),
                  icon: <LabelOffOutlined />,
                  refusal: (rows) =>
                    rows.some(({ tags }) => tags.length > 0) ? undefined : t('bulk.noTags'),
                  onAct: (rows, done) => setBulk({ action: 'REMOVE_TAGS', rows, done }),
                },
              ]
            : undefined
        }
        empty={{
          icon: LaptopMacOutlined,
          title: t('empty.title'),
          text: t('empty.text'),
          action: mayEnrol && (
            <RouterButton
              to="/o/$organization/enrolments"
              params={{ organization: slug }}
              variant="contained"
            >
              {t('empty.action')}
            </RouterButton>
          ),
        }}
      />
      {bulk && <BulkTagsDialog {...bulk} onClose={() => setBulk(null)} />}
    </>
  );
}

function useFilters(organization: string): Filter[] {
  const { t } = useTranslation('devices');
  const { t: status } = useTranslation('status');
  const { person } = useSession();
  const { data: tags } = useQuery(tagsQuery(organization));
  const { data: enrolments } = useQuery(enrolmentNamesQuery(organization));
  return useMemo(() => {
    const named = (rows: { id: string; name: string }[] | undefined) =>
      (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const words = (names: string[]) => names.map((name) => ({ value: name, label: status(name) }));
    return [
      {
        name: 'health',
        label: t('column.health'),
        kind: 'choice',
        options: words(['HEALTHY', 'LATE', 'STALE', 'DRIFTED', 'NEVER_SYNCED']),
      },
      {
        name: 'clientMode',
        label: t('column.clientMode'),
        kind: 'choice',
        options: words(['MONITOR', 'LOCKDOWN', 'STANDALONE']),
      },
      { name: 'tag', label: t('column.tags'), kind: 'choice', options: named(tags) },
      { name: 'enrolment', label: t('column.enrolment'), kind: 'choice', options: named(enrolments) },
      {
        name: 'owner',
        label: t('column.owner'),
        kind: 'choice',
        options: [{ value: person.id, label: t('me') }],
      },
      {
        name: 'retired',
        label: t('column.service'),
        kind: 'choice',
        options: [{ value: 'true', label: t('retired.filter') }],
      },
    ];
  }, [t, status, tags, enrolments, person.id]);
}
