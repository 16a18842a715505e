import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RoleName, SignInDemands } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Form, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { sessionQuery, useOrganization } from '@/session/session';
import { demandsQuery } from './demands-api';

/** What the organization demands of those who act in it: a second factor, and sessions that do not last too long. */
export function DemandsPage() {
  const { t } = useTranslation('demands');
  const { id: organization } = useOrganization();
  const demands = useQuery(demandsQuery(organization));
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      {demands.error && (
        <ErrorState problem={toProblem(demands.error)} onRetry={() => void demands.refetch()} />
      )}
      {demands.isPending && <PageSkeleton rows={4} />}
      {demands.data && <DemandsForm key={demands.dataUpdatedAt} demands={demands.data} />}
    </Page>
  );
}

type Whom = 'nobody' | 'roles' | 'everybody';

function DemandsForm({ demands }: { demands: SignInDemands }) {
  const { t } = useTranslation('demands');
  const save = useSave();
  const [whom, setWhom] = useState<Whom>(whomOf(demands));
  const [roles, setRoles] = useState(demands.secondFactorRoles);
  return (
    <Form
      onSubmit={({ idleMinutes = '', longestMinutes = '' }) =>
        save({
          secondFactorForAll: whom === 'everybody',
          secondFactorRoles: whom === 'roles' ? roles : [],
          idleMinutes: numberOf(idleMinutes),
          longestMinutes: numberOf(longestMinutes),
        })
      }
    >
      {(busy) => (
        <>
          <Section title={t('factor.title')} text={t('factor.text')}>
            <RadioGroup
              aria-label={t('factor.title')}
              value={whom}
              onChange={(event) => setWhom(event.target.value as Whom)}
            >
              {(['nobody', 'everybody', 'roles'] as const).map((name) => (
                <FormControlLabel
                  key={name}
                  value={name}
                  control={<Radio size="small" />}
                  label={t(`factor.${name}`)}
                />
              ))}
            </RadioGroup>
            {whom === 'roles' && <RoleBoxes chosen={roles} onChange={setRoles} />}
          </Section>
          <Section title={t('limits.title')} text={t('limits.text')}>
            <Stack sx={{ gap: 2, pt: 1 }}>
              <FormField
                name="idleMinutes"
                type="number"
                label={t('limits.idle')}
                helperText={t('limits.idleHint')}
                defaultValue={demands.idleMinutes ?? ''}
                slotProps={{ htmlInput: { min: 5, max: 1440 } }}
              />
              <FormField
                name="longestMinutes"
                type="number"
                label={t('limits.longest')}
                helperText={t('limits.longestHint')}
                defaultValue={demands.longestMinutes ?? ''}
                slotProps={{ htmlInput: { min: 15, max: 10_080 } }}
              />
            </Stack>
          </Section>
          <Button
            type="submit"
            variant="contained"
            loading={busy}
            disabled={whom === 'roles' && roles.length === 0}
          >
            {t('save')}
          </Button>
        </>
      )}
    </Form>
  );
}

function RoleBoxes({ chosen, onChange }: { chosen: RoleName[]; onChange: (roles: RoleName[]) => void }) {
  const { t } = useTranslation('demands');
  const { id: organization } = useOrganization();
  const roles = useQuery({
    queryKey: [organization, 'roles'],
    queryFn: () =>
      answer(client.GET('/api/organizations/{organization}/roles', { params: { path: { organization } } })),
  });
  return (
    <FormGroup aria-label={t('factor.whichRoles')} role="group" sx={{ pl: 3.5 }}>
      {roles.data?.map(({ name, title }) => (
        <FormControlLabel
          key={name}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, name] : chosen.filter((role) => role !== name))
              }
            />
          }
          label={title}
        />
      ))}
    </FormGroup>
  );
}

/** What is demanded may concern whoever demands it: their own session is looked at again. */
function useSave(): (demands: SignInDemands) => Promise<void> {
  const { t } = useTranslation('demands');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const router = useRouter();
  const notice = useNotice();
  return async (demands) => {
    const saved = await answer(
      client.PUT('/api/organizations/{organization}/sign-in-demands', {
        params: { path: { organization } },
        body: demands,
      }),
    );
    queries.setQueryData(demandsQuery(organization).queryKey, saved);
    notice({ text: t('saved') });
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await router.invalidate();
  };
}

function whomOf({ secondFactorForAll, secondFactorRoles }: SignInDemands): Whom {
  if (secondFactorForAll) {
    return 'everybody';
  }
  return secondFactorRoles.length > 0 ? 'roles' : 'nobody';
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
