import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { FileAccessEvent } from '@/api/types';
import { Identifier } from '@/patterns/identifier';
import { orNothing } from '@/patterns/macs/names';
import { SigningChain } from '@/patterns/macs/signing-chain';
import { FactList } from '@/patterns/section';

/** Who a process of the chain is, by all its names. */
export function ProcessFacts({ process }: { process: FileAccessEvent['processChain'][number] }) {
  const { t } = useTranslation('events');
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ overflowWrap: 'anywhere', mb: 0.5 }}>
        {process.filePath} ({process.pid})
      </Typography>
      <FactList
        facts={[
          { label: t('column.signingId'), value: orNothing(process.signingId) },
          { label: t('column.teamId'), value: orNothing(process.teamId) },
          { label: t('column.cdhash'), value: name(process.cdhash) },
          { label: t('column.sha256'), value: name(process.sha256) },
          { label: t('section.signing'), value: <SigningChain chain={process.signingChain} /> },
        ]}
      />
    </Box>
  );
}

function name(value: string | null) {
  return value ? <Identifier value={value} length={0} /> : '—';
}
