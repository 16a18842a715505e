import BusinessCenterOutlined from '@mui/icons-material/BusinessCenterOutlined';
import Typography from '@mui/material/Typography';
import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { PortfolioRow } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { ListPage } from '@/patterns/list/list-page';
import type { Column } from '@/patterns/list/rows';
import { useList } from '@/patterns/list/use-list';
import { useLive } from '@/patterns/live';
import { RelativeTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { LevelMark } from './level-mark';

/** The customers that one is engaged for, with how things stand there. */
export function PortfolioPage() {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  useLive('engagement', () => void refresh('portfolio'));
  const list = useList<PortfolioRow>({
    key: [organization, 'portfolio'],
    filters: [],
    load: ({ text }, cursor) =>
      answer(
        client.GET('/api/organizations/{organization}/portfolio', {
          params: { path: { organization }, query: { search: text, cursor } },
        }),
      ),
  });
  const slugs = new Map(list.rows.map(({ id, slug }) => [id, slug]));
  return (
    <ListPage
      title={t('portfolio.title')}
      purpose={t('portfolio.purpose')}
      list={list}
      columns={useColumns()}
      rowKey={({ id }) => id}
      rowLink={(id) => linkOptions({ to: '/o/$organization', params: { organization: slugs.get(id) ?? '' } })}
      searchLabel={t('portfolio.search')}
      empty={{
        icon: BusinessCenterOutlined,
        title: t('portfolio.emptyTitle'),
        text: t('portfolio.emptyText'),
      }}
    />
  );
}

function useColumns(): Column<PortfolioRow>[] {
  const { t, i18n } = useTranslation('engagements');
  const number = (value: number | null) =>
    value === null ? '—' : new Intl.NumberFormat(i18n.language).format(value);
  return [
    { name: 'customer', title: t('portfolio.customer'), render: ({ name }) => name },
    {
      name: 'level',
      title: t('portfolio.level'),
      render: ({ level, secondFactorMissing }) => (
        <>
          <LevelMark level={level} />
          {secondFactorMissing && (
            <Typography variant="caption" sx={{ display: 'block', color: 'warning.main' }}>
              {t('portfolio.secondFactorMissing')}
            </Typography>
          )}
        </>
      ),
    },
    {
      name: 'until',
      title: t('portfolio.until'),
      render: ({ until }) => <RelativeTime at={until} absent={t('openEnded')} />,
    },
    {
      name: 'devices',
      title: t('portfolio.devices'),
      numeric: true,
      render: ({ devices }) => number(devices),
    },
    {
      name: 'openRequests',
      title: t('portfolio.openRequests'),
      numeric: true,
      render: ({ openRequests }) => number(openRequests),
    },
    {
      name: 'blocks',
      title: t('portfolio.blocks'),
      numeric: true,
      render: ({ blocksOfLastDay }) => number(blocksOfLastDay),
    },
  ];
}
