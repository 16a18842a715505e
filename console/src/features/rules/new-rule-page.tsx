import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { useRefresh } from '@/patterns/act';
import { useNotice } from '@/patterns/notice';
import { Page } from '@/patterns/page';
import { useOrganization } from '@/session/session';
import { emptyDraft } from './rule-draft';
import { RuleForm } from './rule-form';

export function NewRulePage() {
  const { t } = useTranslation('rules');
  const { id: organization, slug } = useOrganization();
  const hints = useSearch({ from: '/signed-in/o/$organization/rules/new' });
  const navigate = useNavigate();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <Page title={t('new.title')} purpose={t('new.purpose')}>
      <RuleForm
        start={emptyDraft(hints)}
        submit={t('create')}
        onSave={async (input) => {
          const rule = await answer(
            client.POST('/api/organizations/{organization}/rules', {
              params: { path: { organization } },
              body: input,
            }),
          );
          await refresh('rules');
          notice({ text: t('new.done', { count: rule.reach.devices }) });
          await navigate({
            to: '/o/$organization/rules/$rule',
            params: { organization: slug, rule: rule.id },
          });
        }}
      />
    </Page>
  );
}
