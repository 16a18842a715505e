import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQueries } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Organization } from '@/api/types';
import { useNotice } from '@/patterns/notice';
import { Section } from '@/patterns/section';
import { RelativeTime } from '@/patterns/time';
import { useSession } from '@/session/session';
import { slackAccountQuery } from './account-api';
import { useTry } from './try';

/** Who I am in my organizations' Slacks; nothing when none has one. */
export function SlackSection() {
  const { t } = useTranslation('chat');
  const { memberships } = useSession();
  const { slack: outcome } = useSearch({ from: '/signed-in/account' });
  const accounts = useQueries({
    queries: memberships.map(({ organization }) => slackAccountQuery(organization.id)),
  });
  const rows = memberships.flatMap(({ organization }, index) => {
    const teamName = accounts[index]?.data?.teamName;
    return teamName ? [{ organization, teamName, linkedAt: accounts[index]?.data?.linkedAt ?? null }] : [];
  });
  if (rows.length === 0) {
    return null;
  }
  return (
    <Section title={t('account.title')} text={t('account.text')}>
      {(outcome === 'linked' || outcome === 'refused') && (
        <Alert severity={outcome === 'linked' ? 'success' : 'error'} sx={{ mb: 2 }}>
          {t(`account.outcome.${outcome}`)}
        </Alert>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {rows.map((row) => (
          <SlackRow key={row.organization.id} {...row} />
        ))}
      </Stack>
    </Section>
  );
}

interface SlackRowProps {
  organization: Organization;
  teamName: string;
  linkedAt: string | null;
}

function SlackRow({ organization: { id: organization, name }, teamName, linkedAt }: SlackRowProps) {
  const { t } = useTranslation('chat');
  const attempt = useTry();
  const notice = useNotice();
  const { refetch } = useQueries({ queries: [slackAccountQuery(organization)] })[0];
  const target = { params: { path: { organization } } };
  const link = () =>
    attempt(async () => {
      const { address } = await answer(
        client.POST('/api/organizations/{organization}/slack/account/link', target),
      );
      window.location.assign(address);
    });
  const unlink = () =>
    attempt(async () => {
      await answer(client.DELETE('/api/organizations/{organization}/slack/account', target));
      await refetch();
      notice({ text: t('account.unlinked') });
    });
  return (
    <Box
      component="li"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 560 }}>
          {teamName} · {name}
        </Box>
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          {linkedAt ? (
            <>
              {t('account.linked')} <RelativeTime at={linkedAt} />
            </>
          ) : (
            t('account.notLinked')
          )}
        </Box>
      </Box>
      {linkedAt ? (
        <Button
          size="small"
          color="error"
          aria-label={t('account.unlinkIn', { team: teamName })}
          onClick={() => void unlink()}
        >
          {t('account.unlink')}
        </Button>
      ) : (
        <Button
          size="small"
          variant="outlined"
          aria-label={t('account.linkIn', { team: teamName })}
          onClick={() => void link()}
        >
          {t('account.link')}
        </Button>
      )}
    </Box>
  );
}
