import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { WitnessView } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { saveFile } from '@/patterns/save-file';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';

/** How many witnesses must have cosigned, and that as a file for the verifier. */
export function WitnessPolicy({ view, may }: { view: WitnessView; may: boolean }) {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const [changing, setChanging] = useState(false);
  const most = view.witnesses.length;
  const download = async () => {
    const policy = await answer(
      client.GET('/api/organizations/{organization}/ledger/witnesses/policy', {
        params: { path: { organization } },
        parseAs: 'text',
      }),
    );
    saveFile(new Blob([String(policy)], { type: 'text/plain' }), 'policy.txt');
  };
  return (
    <Section
      title={t('policy.title')}
      text={t('policy.text')}
      action={
        <Stack direction="row" sx={{ gap: 1, flexShrink: 0 }}>
          {may && (
            <Button variant="outlined" onClick={() => setChanging(true)}>
              {t('policy.change')}
            </Button>
          )}
          <Button onClick={() => void download()}>{t('policy.download')}</Button>
        </Stack>
      }
    >
      <Typography sx={{ fontWeight: 600 }}>
        {view.needed === 0 ? t('policy.none') : t('policy.some', { count: view.needed, most })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {t('policy.downloadText')}
      </Typography>
      {changing && <ChangePolicy needed={view.needed} most={most} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function ChangePolicy({ needed, most, onClose }: { needed: number; most: number; onClose: () => void }) {
  const { t } = useTranslation('witnesses');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      title={t('policy.title')}
      text={t('policy.text')}
      submit={t('policy.change')}
      onClose={onClose}
      onSubmit={async (values) => {
        await answer(
          client.PUT('/api/organizations/{organization}/ledger/witnesses/policy', {
            params: { path: { organization } },
            body: { needed: Number(values.needed) },
          }),
        );
        await refresh('ledger');
        notice({ text: t('policy.saved') });
      }}
    >
      <FormField
        required
        name="needed"
        type="number"
        label={t('policy.needed')}
        helperText={t('policy.neededHint', { most })}
        defaultValue={needed}
        slotProps={{ htmlInput: { min: 0, max: most } }}
      />
    </FormDialog>
  );
}
