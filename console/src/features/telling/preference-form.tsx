import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { BellKind, NotificationPreference } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { Form, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { KindTable } from './kind-table';

const paces = ['AT_ONCE', 'HOURLY', 'DAILY'] as const;

/** Which kinds come by which way, how often, and when not. */
export function PreferenceForm({ preference }: { preference: NotificationPreference }) {
  const { t } = useTranslation('telling');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const [muted, setMuted] = useState<BellKind[]>(preference.muted);
  const [mailed, setMailed] = useState<BellKind[]>(preference.mailed);
  return (
    <Form
      onSubmit={async ({ pace, quietFrom, quietUntil, timeZone = '' }) => {
        await answer(
          client.PUT('/api/organizations/{organization}/notification-preference', {
            params: { path: { organization } },
            body: {
              muted,
              mailed,
              pace: paces.find((each) => each === pace) ?? 'HOURLY',
              quietFrom: quietFrom || null,
              quietUntil: quietUntil || null,
              timeZone,
            },
          }),
        );
        await refresh('telling');
        notice({ text: t('saved') });
      }}
    >
      {(busy) => (
        <>
          <Section title={t('kinds.title')} text={t('kinds.text')}>
            <KindTable muted={muted} mailed={mailed} onMuted={setMuted} onMailed={setMailed} />
          </Section>
          <Section title={t('mail.title')} text={t('mail.text')}>
            <Stack sx={{ gap: 2, maxWidth: 420 }}>
              <FormField select name="pace" label={t('pace')} defaultValue={preference.pace}>
                {paces.map((pace) => (
                  <MenuItem key={pace} value={pace}>
                    {t(`paces.${pace}`)}
                  </MenuItem>
                ))}
              </FormField>
              <Stack direction="row" sx={{ gap: 2 }}>
                <Time name="quietFrom" label={t('quietFrom')} value={preference.quietFrom} />
                <Time name="quietUntil" label={t('quietUntil')} value={preference.quietUntil} />
              </Stack>
              <FormField
                required
                name="timeZone"
                label={t('timeZone')}
                helperText={t('timeZoneHint')}
                defaultValue={preference.timeZone}
                autoComplete="off"
              />
            </Stack>
          </Section>
          <Button type="submit" variant="contained" loading={busy}>
            {t('save')}
          </Button>
        </>
      )}
    </Form>
  );
}

function Time({ name, label, value }: { name: string; label: string; value?: string | null }) {
  return (
    <FormField
      name={name}
      label={label}
      type="time"
      defaultValue={value?.slice(0, 5) ?? ''}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
