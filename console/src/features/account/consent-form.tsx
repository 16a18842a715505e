import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Permission, WaitingProgram } from '@/api/types';
import { Form } from '@/patterns/form';
import { PermissionBoxes } from '@/patterns/permission-boxes';
import { FactList, Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useTry } from './try';

interface ConsentFormProps {
  code: string;
  waiting: WaitingProgram;
  onDecided: (allowed: boolean) => void;
}

/** Who asks, what is chosen for it, and the warning against codes that others sent. */
export function ConsentForm({ code, waiting, onDecided }: ConsentFormProps) {
  const { t } = useTranslation('connections');
  const attempt = useTry();
  const [organizationId, setOrganizationId] = useState(waiting.choices[0]?.organizationId ?? '');
  const offered =
    waiting.choices.find((choice) => choice.organizationId === organizationId)?.permissions ?? [];
  const [wanted, setWanted] = useState<Permission[]>(waiting.asked);
  const permissions = wanted.filter((permission) => offered.includes(permission));
  const deny = () =>
    attempt(async () => {
      await answer(client.POST('/api/account/connections/deny', { body: { userCode: code } }));
      onDecided(false);
    });
  return (
    <Section title={t('connect.title')}>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('connect.warning')}
      </Alert>
      <Asking code={code} waiting={waiting} />
      <Form
        onSubmit={async () => {
          await answer(
            client.POST('/api/account/connections', {
              body: { userCode: code, organizationId, permissions },
            }),
          );
          onDecided(true);
        }}
      >
        {(busy) => (
          <Stack sx={{ gap: 2, pt: 2, alignItems: 'flex-start' }}>
            {waiting.choices.length === 0 ? (
              <Alert severity="info">{t('connect.nowhere')}</Alert>
            ) : (
              <>
                <TextField
                  select
                  fullWidth
                  label={t('connect.organization')}
                  helperText={t('connect.organizationHint')}
                  value={organizationId}
                  onChange={(event) => setOrganizationId(event.target.value)}
                >
                  {waiting.choices.map((choice) => (
                    <MenuItem key={choice.organizationId} value={choice.organizationId}>
                      {choice.organizationName}
                    </MenuItem>
                  ))}
                </TextField>
                <PermissionBoxes
                  label={t('connect.permissions')}
                  hint={t('connect.permissionsHint')}
                  offered={offered}
                  chosen={permissions}
                  onChange={setWanted}
                />
              </>
            )}
            <Stack direction="row" sx={{ gap: 1 }}>
              <Button type="submit" variant="contained" loading={busy} disabled={permissions.length === 0}>
                {t('connect.allow')}
              </Button>
              <Button variant="outlined" color="error" onClick={() => void deny()}>
                {t('connect.deny')}
              </Button>
            </Stack>
          </Stack>
        )}
      </Form>
    </Section>
  );
}

function Asking({ code, waiting }: { code: string; waiting: WaitingProgram }) {
  const { t } = useTranslation('connections');
  const { address, ownAddress: own } = waiting;
  return (
    <FactList
      facts={[
        { label: t('calls'), value: waiting.program },
        { label: t('connect.code'), value: code.toUpperCase() },
        { label: t('connect.asked'), value: <RelativeTime at={waiting.askedAt} /> },
        {
          label: t('connect.address'),
          value: t(address === own ? 'connect.addressOwn' : 'connect.addressOther', { address, own }),
        },
      ]}
    />
  );
}
