import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy, PolicyDraft } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { useOrganization } from '@/session/session';
import { PolicyComparison } from '../policy-comparison';
import { publishDraft } from '../policies-api';

interface PublishDialogProps {
  kept: PolicyDraft;
  inForce: ApprovalPolicy;
  onClose: () => void;
}

/** Shows what becomes different before the draft is put into force. */
export function PublishDialog({ kept, inForce, onClose }: PublishDialogProps) {
  const { t } = useTranslation('builder');
  const { id: organization } = useOrganization();
  const notice = useNotice();
  const refresh = useRefresh();
  return (
    <FormDialog
      open
      wide
      title={t('publish.title', { name: kept.policy.name })}
      text={t('publish.text')}
      submit={t('publish.submit')}
      onClose={onClose}
      onSubmit={async () => {
        await publishDraft(organization, kept.version);
        await refresh('approval-policies');
        notice({ text: t('publish.done') });
      }}
    >
      <PolicyComparison before={inForce} after={kept.policy} />
    </FormDialog>
  );
}
