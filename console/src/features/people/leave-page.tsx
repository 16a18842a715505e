import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Departure, PersonRef } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Form, FormField } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { sessionQuery, useOrganization, usePermission } from '@/session/session';
import { ownDepartureQuery } from './authority-api';
import { Consequences } from './departure';

/** The way out of an organization, with what it means. */
export function LeavePage() {
  const { t } = useTranslation('roles');
  const { id: organization, name } = useOrganization();
  const departure = useQuery(ownDepartureQuery(organization));
  return (
    <Page narrow title={t('leave.title', { organization: name })}>
      {departure.isPending && <PageSkeleton rows={3} />}
      {departure.error && (
        <ErrorState problem={toProblem(departure.error)} onRetry={() => void departure.refetch()} />
      )}
      {departure.data && (
        <Section title={t('leave.means')} text={t('leave.text')}>
          <Consequences departure={departure.data} />
          <LeaveForm departure={departure.data} />
        </Section>
      )}
    </Page>
  );
}

function LeaveForm({ departure }: { departure: Departure }) {
  const { t } = useTranslation('roles');
  const { id: organization } = useOrganization();
  const mayHandOver = usePermission('people.manage');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [successor, setSuccessor] = useState<PersonRef | null>(null);
  return (
    <Form
      onSubmit={async ({ reason = '' }) => {
        await answer(
          client.POST('/api/organizations/{organization}/membership/leave', {
            params: { path: { organization } },
            body: { reason, successorId: successor?.id ?? null },
          }),
        );
        await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
        await navigate({ to: '/' });
      }}
    >
      {(busy) => (
        <Stack sx={{ gap: 2, pt: 1, alignItems: 'flex-start' }}>
          <FormField
            name="reason"
            label={t('reason')}
            required
            multiline
            minRows={2}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          {departure.needsSuccessor && mayHandOver && (
            <Stack sx={{ width: '100%' }}>
              <PersonPicker
                label={t('successor')}
                hint={t('successorHint')}
                chosen={successor}
                onChange={setSuccessor}
              />
            </Stack>
          )}
          <Button type="submit" variant="contained" color="error" loading={busy}>
            {t('leave.action')}
          </Button>
        </Stack>
      )}
    </Form>
  );
}
