import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedKey, ServiceAccount } from '@/api/types';
import { toProblem } from '@/api/problem';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';
import { IssueKey } from './issue-key';
import { IssuedKeyDialog } from './issued-key';
import { KeyTable } from './key-table';
import { keysQuery } from './keys-api';

/** The keys of a program: two at a time let one replace the other without a gap. */
export function KeyList({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('keys');
  const { id: organization } = useOrganization();
  const keys = useQuery(keysQuery(organization, account.id));
  const [issuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  return (
    <Section
      title={t('keys')}
      text={t('keysText')}
      action={
        <Button
          size="small"
          variant="contained"
          startIcon={<AddOutlined />}
          sx={{ flexShrink: 0 }}
          onClick={() => setIssuing(true)}
        >
          {t('key.create')}
        </Button>
      }
    >
      {keys.isPending && <PageSkeleton rows={2} />}
      {keys.error && <ErrorState problem={toProblem(keys.error)} onRetry={() => void keys.refetch()} />}
      {keys.data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('key.none')}
        </Typography>
      )}
      {keys.data && keys.data.length > 0 && <KeyTable account={account} keys={keys.data} />}
      {issuing && <IssueKey account={account} onIssued={setIssued} onClose={() => setIssuing(false)} />}
      {issued && <IssuedKeyDialog issued={issued} onClose={() => setIssued(null)} />}
    </Section>
  );
}
