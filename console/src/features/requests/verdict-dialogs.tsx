import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { RequestDetail } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';

interface VerdictDialogProps {
  request: RequestDetail;
  open: boolean;
  onClose: () => void;
}

export function DenyDialog({ request, open, onClose }: VerdictDialogProps) {
  const { t } = useTranslation('requests');
  const send = useSend(request);
  return (
    <FormDialog
      open={open}
      danger
      title={t('deny.title', { name: request.title })}
      text={t('deny.text', { person: request.requester.displayName })}
      submit={t('deny.submit')}
      onClose={onClose}
      onSubmit={({ reason = '' }) =>
        send(
          (params, contentHash) =>
            client.POST('/api/organizations/{organization}/requests/{request}/deny', {
              params,
              body: { reason, contentHash },
            }),
          t('deny.done'),
        )
      }
    >
      <Words name="reason" label={t('deny.reason')} required />
    </FormDialog>
  );
}

/** The requester must answer before anybody decides. */
export function AskBackDialog({ request, open, onClose }: VerdictDialogProps) {
  const { t } = useTranslation('deciding');
  const send = useSend(request);
  return (
    <FormDialog
      open={open}
      title={t('askBack.title', { name: request.title })}
      text={t('askBack.text', { person: request.requester.displayName })}
      submit={t('askBack.submit')}
      onClose={onClose}
      onSubmit={({ question = '' }) =>
        send(
          (params, contentHash) =>
            client.POST('/api/organizations/{organization}/requests/{request}/ask-back', {
              params,
              body: { question, contentHash },
            }),
          t('askBack.done', { name: request.requester.displayName }),
        )
      }
    >
      <Words name="question" label={t('askBack.question')} required />
    </FormDialog>
  );
}

export function AbstainDialog({ request, open, onClose }: VerdictDialogProps) {
  const { t } = useTranslation('deciding');
  const send = useSend(request);
  return (
    <FormDialog
      open={open}
      title={t('abstain.title', { name: request.title })}
      text={t('abstain.text')}
      submit={t('abstain.submit')}
      onClose={onClose}
      onSubmit={({ comment = '' }) =>
        send(
          (params, contentHash) =>
            client.POST('/api/organizations/{organization}/requests/{request}/abstain', {
              params,
              body: { comment: comment || null, contentHash },
            }),
          t('abstain.done'),
        )
      }
    >
      <Words name="comment" label={t('abstain.comment')} />
    </FormDialog>
  );
}

interface RequestParams {
  path: { organization: string; request: string };
}

/** Sends a word on the version that was looked at, and shows what came of it. */
function useSend({ id: request, contentHash }: RequestDetail) {
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return async (
    call: (params: RequestParams, contentHash: string) => Promise<{ data?: RequestDetail }>,
    done: string,
  ) => {
    await answer(call({ path: { organization, request } }, contentHash));
    await refresh();
    notice({ text: done });
  };
}

function Words({ name, label, required = false }: { name: string; label: string; required?: boolean }) {
  return (
    <FormField
      name={name}
      label={label}
      required={required}
      multiline
      minRows={3}
      autoFocus
      slotProps={{ htmlInput: { maxLength: 2000 } }}
    />
  );
}
