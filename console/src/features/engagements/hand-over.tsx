import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Outcome, PersonRef } from '@/api/types';
import { useAct, useRefresh } from '@/patterns/act';
import { FormDialog, FormField, useFieldError } from '@/patterns/form';
import { PersonPicker } from '@/patterns/macs/pickers';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { handOver } from './engagements-api';
import { Outcomes } from './outcomes';

/** All customers of one person to another: shows what becomes of each, and can be taken back. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('engagements');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  const act = useAct();
  const [from, setFrom] = useState<PersonRef | null>(null);
  const [to, setTo] = useState<PersonRef | null>(null);
  const preview = usePreview(from, to);
  return (
    <FormDialog
      open
      title={t('handOver.title')}
      text={t('handOver.text')}
      submit={t('handOver.submit')}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        const order = { from: from?.id ?? '', to: to?.id ?? '', reason };
        const outcomes = await handOver(organization, order);
        await refresh('assignments');
        const taken = outcomes.filter(({ effect }) => effect === 'BEGUN');
        notice({
          text: t('handOver.done', { count: taken.length }),
          undo:
            taken.length > 0
              ? () =>
                  void act(
                    () =>
                      handOver(organization, {
                        from: order.to,
                        to: order.from,
                        reason: t('handOver.back'),
                        customers: taken.map(({ customerId }) => customerId),
                      }),
                    t('handOver.back'),
                  )
              : undefined,
        });
      }}
    >
      <PersonPicker label={t('handOver.from')} chosen={from} onChange={setFrom} />
      <Successor chosen={to} onChange={setTo} />
      <FormField
        name="reason"
        label={t('terms.reason')}
        helperText={t('terms.reasonHint')}
        required
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {preview && <Outcomes outcomes={preview} />}
    </FormDialog>
  );
}

function Successor(props: { chosen: PersonRef | null; onChange: (chosen: PersonRef | null) => void }) {
  const { t } = useTranslation('engagements');
  return <PersonPicker label={t('handOver.to')} error={useFieldError('to')} {...props} />;
}

function usePreview(from: PersonRef | null, to: PersonRef | null): Outcome[] | undefined {
  const { id: organization } = useOrganization();
  const { data } = useQuery({
    queryKey: [organization, 'assignments', 'hand-over', from?.id, to?.id],
    enabled: from !== null && to !== null,
    retry: false,
    queryFn: () =>
      answer(
        client.POST('/api/organizations/{organization}/assignments/hand-over/preview', {
          params: { path: { organization } },
          body: { from: from?.id ?? '', to: to?.id ?? '', reason: '—' },
        }),
      ),
  });
  return data;
}
