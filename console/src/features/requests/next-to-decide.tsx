import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import Button from '@mui/material/Button';
import type { RequestRow } from '@/api/types';
import { Key } from '@/patterns/decision-card';
import { useShortcut } from '@/patterns/shortcuts';
import { useOrganization, usePermission, usePermissionForSome } from '@/session/session';
import { inboxQuery } from './requests-api';

/** The next request that awaits the person's word, so that a queue is worked through without going back. */
export function NextToDecide({ current }: { current: string }) {
  const { id: organization } = useOrganization();
  const asks = usePermission('request.create');
  const decides = usePermissionForSome('request.decide');
  const { data } = useQuery({ ...inboxQuery(organization), enabled: asks || decides });
  const next = data?.items.filter(({ id }) => id !== current).at(-1);
  return next ? <NextButton next={next} /> : null;
}

function NextButton({ next }: { next: RequestRow }) {
  const { t } = useTranslation('requests');
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const { open } = useSearch({ strict: false }) as { open?: string };
  const go = () =>
    open
      ? void navigate({ to: '.', search: ((former: object) => ({ ...former, open: next.id })) as never })
      : void navigate({
          to: '/o/$organization/requests/$request',
          params: { organization: slug, request: next.id },
        });
  useShortcut('n', t('outcome.nextKey'), go);
  return (
    <Stack direction="row" sx={{ justifyContent: 'flex-end', mb: 2 }}>
      <Button variant="outlined" onClick={go} endIcon={<Key name="N" />}>
        {t('outcome.next', { number: next.number, title: next.title })}
      </Button>
    </Stack>
  );
}
