import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { FactList, Section } from '@/patterns/section';
import { TextBlock } from '@/patterns/text-block';
import { useOrganization } from '@/session/session';
import { checkProof } from './check-proof';
import { ProofFindings } from './proof-findings';

/** The bytes that prove the entry, and the check of their proof: by this browser, not by the server's word. */
export function EntryProof({ entry }: { entry: Entry }) {
  const { t } = useTranslation('ledger');
  const { id: organization } = useOrganization();
  const check = useMutation({ mutationFn: () => checkProof(organization, entry) });
  const isSequenced = entry.index !== null;
  return (
    <Section
      title={t('entry.proof')}
      text={t('entry.proofText')}
      action={
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Button
            size="small"
            disabled={!isSequenced}
            href={`/api/organizations/${organization}/ledger/entries/${entry.id}/proof`}
            download
          >
            {t('entry.downloadProof')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={!isSequenced}
            loading={check.isPending}
            onClick={() => check.mutate()}
          >
            {t('check.action')}
          </Button>
        </Stack>
      }
    >
      {!check.isPending && <ProofFindings found={check.data} error={check.error} />}
      <FactList
        facts={[
          { label: t('column.index'), value: entry.index ?? t('entry.notSequenced') },
          { label: t('entry.leafHash'), value: <Identifier value={entry.leafHash} length={0} /> },
          { label: t('entry.id'), value: <Identifier value={entry.id} length={0} /> },
        ]}
      />
      {entry.canonical && (
        <Box sx={{ mt: 1.5 }}>
          <TextBlock
            text={entry.canonical}
            label={t('entry.canonical')}
            copyLabel={t('entry.copyCanonical')}
          />
        </Box>
      )}
    </Section>
  );
}
