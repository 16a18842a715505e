import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestDetail } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { Form, FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { useOrganization } from '@/session/session';
import { Quote } from './quote';
import { MayDecide } from './request-path';

/** An open request for those who cannot decide it, its requester above all. */
export function OwnRequest({ request, own }: { request: RequestDetail; own: boolean }) {
  return own && request.state === 'CHANGES_REQUESTED' ? (
    <Question request={request} />
  ) : (
    <Waiting request={request} own={own} />
  );
}

function Waiting({ request, own }: { request: RequestDetail; own: boolean }) {
  const { t } = useTranslation('deciding');
  const [editing, setEditing] = useState(false);
  return (
    <Section title={t('waits.title')} text={t(own ? 'waits.own' : 'waits.others')}>
      <WaitsFor request={request} />
      <Quote text={request.justification} />
      {own && request.state !== 'POST_REVIEW' && (
        <Stack direction="row" sx={{ mt: 2, gap: 1, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={() => setEditing(true)}>
            {t('edit.open')}
          </Button>
          <Withdraw request={request} />
        </Stack>
      )}
      {editing && <EditDialog request={request} onClose={() => setEditing(false)} />}
    </Section>
  );
}

/** What it waits for, and who can end the waiting. */
function WaitsFor({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('deciding');
  if (request.state === 'CHANGES_REQUESTED') {
    return (
      <Typography sx={{ mb: 1.5 }}>
        {t('waits.CHANGES_REQUESTED', { name: request.requester.displayName })}
      </Typography>
    );
  }
  const open = request.path.stages
    .filter(({ state }) => state === 'ACTIVE')
    .flatMap(({ groups }) => groups.filter(({ met }) => !met));
  return (
    <Box component="ul" sx={{ m: 0, mb: 1.5, p: 0, listStyle: 'none' }}>
      {open.map((group) => (
        <li key={group.name}>
          {t('waits.group', { group: group.name })}{' '}
          {group.silent === 0 ? t('group.nobody') : <MayDecide group={group} />}
        </li>
      ))}
    </Box>
  );
}

/** Somebody asked back: the answer becomes part of the reason, which everybody who decides reads. */
function Question({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('deciding');
  const revise = useRevise(request);
  const asked = request.path.decisions.filter(({ outcome }) => outcome === 'RETURNED').at(-1);
  return (
    <Section title={t('answer.title')} text={t('answer.text')}>
      {asked && (
        <>
          <Typography sx={{ fontWeight: 560, mb: 0.5 }}>{asked.person.displayName}</Typography>
          <Quote text={asked.comment ?? ''} />
        </>
      )}
      <Box sx={{ mt: 2 }}>
        <Form onSubmit={({ justification = '' }) => revise(justification, t('answer.done'))}>
          {(busy) => (
            <Stack sx={{ gap: 1.5 }}>
              <Reason request={request} label={t('answer.label')} />
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
                <Button type="submit" variant="contained" loading={busy}>
                  {t('answer.submit')}
                </Button>
                <Withdraw request={request} />
              </Stack>
            </Stack>
          )}
        </Form>
      </Box>
    </Section>
  );
}

function EditDialog({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const { t } = useTranslation('deciding');
  const revise = useRevise(request);
  return (
    <FormDialog
      open
      title={t('edit.title')}
      text={t('edit.text')}
      submit={t('edit.submit')}
      onClose={onClose}
      onSubmit={({ justification = '' }) => revise(justification, t('edit.done'))}
    >
      <Reason request={request} label={t('edit.label')} />
    </FormDialog>
  );
}

function Reason({ request, label }: { request: RequestDetail; label: string }) {
  return (
    <FormField
      name="justification"
      label={label}
      defaultValue={request.justification}
      required
      multiline
      minRows={3}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
    />
  );
}

function useRevise({ id: request, contentHash }: RequestDetail) {
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return async (justification: string, done: string) => {
    await answer(
      client.POST('/api/organizations/{organization}/requests/{request}/revise', {
        params: { path: { organization, request } },
        body: { justification, contentHash },
      }),
    );
    await refresh();
    notice({ text: done });
  };
}

function Withdraw({ request }: { request: RequestDetail }) {
  const { t } = useTranslation('requests');
  const { id: organization } = useOrganization();
  const act = useAct();
  const path = { organization, request: request.id };
  return (
    <Button
      variant="outlined"
      color="inherit"
      onClick={() =>
        void act(
          () =>
            answer(
              client.POST('/api/organizations/{organization}/requests/{request}/withdraw', {
                params: { path },
              }),
            ),
          t('waiting.withdrawn'),
        )
      }
    >
      {t('waiting.withdraw')}
    </Button>
  );
}
