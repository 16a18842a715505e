import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useAct } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { sessionQuery, useMembership } from '@/session/session';

const minutes = [15, 30, 60, 120, 240] as const;

/** Whoever acts as a technician of the provider always sees so: how far, until when, and the way to an emergency. */
export function EngagementBanner() {
  const { t, i18n } = useTranslation('engagements');
  const { engagement } = useMembership();
  const [raising, setRaising] = useState(false);
  if (!engagement) {
    return null;
  }
  const { level, until, providerName } = engagement;
  const emergency = level === 'EMERGENCY';
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        px: 2,
        py: 0.5,
        fontSize: '0.8125rem',
        bgcolor: emergency ? 'error.main' : 'sunken',
        color: emergency ? 'error.contrastText' : 'text.primary',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <span>
        {t('banner.text', {
          provider: providerName,
          level: t(`level.${level}`),
          until: until ? t('until', { time: clockTime(until, i18n.language) }) : t('openEnded'),
        })}
      </span>
      {emergency ? (
        <EndButton />
      ) : (
        <Button size="small" color="error" onClick={() => setRaising(true)}>
          {t('banner.emergency')}
        </Button>
      )}
      {raising && <EmergencyDialog level={t(`level.${level}`)} onClose={() => setRaising(false)} />}
    </Box>
  );
}

function EndButton() {
  const { t } = useTranslation('engagements');
  const { organization } = useMembership();
  const act = useAct();
  const readAgain = useSessionAgain();
  return (
    <Button
      size="small"
      color="inherit"
      variant="outlined"
      onClick={() =>
        void act(async () => {
          await answer(
            client.DELETE('/api/organizations/{organization}/own-emergency', {
              params: { path: { organization: organization.id } },
            }),
          );
          await readAgain();
        }, t('banner.ended'))
      }
    >
      {t('banner.back')}
    </Button>
  );
}

function EmergencyDialog({ level, onClose }: { level: string; onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const { organization } = useMembership();
  const readAgain = useSessionAgain();
  return (
    <FormDialog
      open
      danger
      title={t('banner.title')}
      text={t('banner.explain', { level })}
      submit={t('banner.submit')}
      onClose={onClose}
      onSubmit={async ({ minutes: chosen = '60', reason = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/own-emergency', {
            params: { path: { organization: organization.id } },
            body: { minutes: Number(chosen), reason },
          }),
        );
        await readAgain();
      }}
    >
      <FormField select name="minutes" label={t('banner.minutes')} defaultValue="60">
        {minutes.map((count) => (
          <MenuItem key={count} value={String(count)}>
            {count < 60 ? t('banner.minuteCount', { count }) : t('banner.hourCount', { count: count / 60 })}
          </MenuItem>
        ))}
      </FormField>
      <FormField
        name="reason"
        label={t('banner.reason')}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </FormDialog>
  );
}

/** What one may do has changed: the session says it, and every page asks the session. */
function useSessionAgain(): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
  };
}

/** The hour for today, the day as well for any other. */
function clockTime(at: string, language: string): string {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(
    language,
    today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(time);
}
