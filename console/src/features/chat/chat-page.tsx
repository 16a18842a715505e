import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import { Page } from '@/patterns/page';
import { FactList, Section } from '@/patterns/section';
import { EmptyState, ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { slackQuery } from './chat-api';
import { SlackCard } from './slack-card';
import { SlackDialog } from './slack-dialog';

/** In which chat requests are told and decided. */
export function ChatPage() {
  const { t } = useTranslation('chat');
  const { id: organization } = useOrganization();
  const slack = useQuery(slackQuery(organization));
  const [connecting, setConnecting] = useState(false);
  return (
    <Page narrow title={t('title')} purpose={t('purpose')}>
      {slack.error && <ErrorState problem={toProblem(slack.error)} onRetry={() => void slack.refetch()} />}
      {slack.isPending && <PageSkeleton rows={4} />}
      {slack.data && !slack.data.workspace && (
        <EmptyState
          icon={ForumOutlined}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button variant="contained" onClick={() => setConnecting(true)}>
              {t('connect')}
            </Button>
          }
        />
      )}
      {slack.data?.workspace && <SlackCard workspace={slack.data.workspace} />}
      {slack.data && (
        <Section title={t('addresses.title')} text={t('addresses.text')}>
          <FactList
            facts={[
              { label: t('addresses.interactions'), value: <code>{slack.data.interactions}</code> },
              { label: t('addresses.redirect'), value: <code>{slack.data.redirect}</code> },
            ]}
          />
        </Section>
      )}
      {connecting && <SlackDialog onClose={() => setConnecting(false)} />}
    </Page>
  );
}
