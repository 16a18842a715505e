import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Offer } from '@/api/types';
import { useAct } from '@/patterns/act';
import { useOrganization } from '@/session/session';

/** One click: the rule is there at once, for one's own Macs alone. */
export function TakeButton({ offer, label }: { offer: Offer; label: string }) {
  const { t } = useTranslation('catalogue');
  const { id: organization } = useOrganization();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await act(
      () =>
        answer(
          client.POST('/api/organizations/{organization}/catalogue/{entry}/take', {
            params: { path: { organization, entry: offer.id } },
            body: { version: offer.version, deviceIds: null },
          }),
        ),
      t('taken', { name: offer.name }),
    );
    setBusy(false);
  };
  return (
    <Button
      variant="contained"
      loading={busy}
      onClick={() => void take()}
      aria-label={`${label}: ${offer.name}`}
    >
      {label}
    </Button>
  );
}
