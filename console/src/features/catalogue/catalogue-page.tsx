import SearchOutlined from '@mui/icons-material/SearchOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { offersQuery } from '@/patterns/catalogue/catalogue-api';
import { useLiveRefresh } from '@/patterns/live-refresh';
import { Page } from '@/patterns/page';
import { RouterButton } from '@/patterns/router-link';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization, usePermission } from '@/session/session';
import { OfferCard } from './offer-card';

/** Approved beforehand: found, taken and given back by whoever needs it. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const { slug } = useOrganization();
  const [text, setText] = useState('');
  const curates = usePermission('rule.read');
  return (
    <Page
      narrow
      title={t('title')}
      purpose={t('purpose')}
      action={
        curates && (
          <RouterButton
            to="/o/$organization/catalogue/entries"
            params={{ organization: slug }}
            variant="outlined"
          >
            {t('curate.open')}
          </RouterButton>
        )
      }
    >
      <TextField
        value={text}
        onChange={(event) => setText(event.target.value)}
        type="search"
        label={t('search')}
        fullWidth
        sx={{ mb: 2 }}
        slotProps={{
          htmlInput: { maxLength: 120 },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined />
              </InputAdornment>
            ),
          },
        }}
      />
      <Offers text={useDeferredValue(text.trim())} />
    </Page>
  );
}

function Offers({ text }: { text: string }) {
  const { t } = useTranslation('catalogue');
  const { id: organization, slug } = useOrganization();
  const offers = useInfiniteQuery({
    ...offersQuery(organization, text),
    placeholderData: keepPreviousData,
  });
  const key = useMemo(() => [organization, 'catalogue'], [organization]);
  useLiveRefresh('request', key);
  if (offers.error) {
    return <ErrorState problem={toProblem(offers.error)} onRetry={() => void offers.refetch()} />;
  }
  if (!offers.data) {
    return <PageSkeleton rows={3} />;
  }
  const rows = offers.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={StorefrontOutlined}
        title={t(text ? 'nothing.title' : 'empty.title', { text })}
        text={t(text ? 'nothing.text' : 'empty.text')}
        action={
          <RouterButton
            to="/o/$organization/requests/new"
            params={{ organization: slug }}
            variant="contained"
          >
            {t('ask')}
          </RouterButton>
        }
      />
    );
  }
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {rows.map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </Box>
      {offers.hasNextPage && (
        <Button
          onClick={() => void offers.fetchNextPage()}
          loading={offers.isFetchingNextPage}
          sx={{ mt: 1.5 }}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}
