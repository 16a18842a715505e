import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy, PolicyDraft } from '@/api/types';
import { ExactTime } from '@/patterns/time';
import { PolicyComparison } from '../policy-comparison';

interface StaleDraftProps {
  mine: ApprovalPolicy;
  /** Null when the draft was published or discarded. */
  theirs: PolicyDraft | null;
  inForce: ApprovalPolicy;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else kept another draft meanwhile: neither is lost until somebody says which goes on. */
export function StaleDraft({ mine, theirs, inForce, onKeepMine, onTakeTheirs }: StaleDraftProps) {
  const { t } = useTranslation('builder');
  const [compared, setCompared] = useState(false);
  return (
    <Alert severity="warning" sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>
        {theirs ? (
          <>
            {t('stale.title', { name: theirs.changedBy })} <ExactTime at={theirs.changedAt} />
          </>
        ) : (
          t('stale.gone')
        )}
      </AlertTitle>
      {t('stale.text')}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', my: 1 }}>
        <Button size="small" color="inherit" variant="outlined" onClick={() => setCompared(!compared)}>
          {t(compared ? 'stale.hide' : 'stale.compare')}
        </Button>
        <Button size="small" color="inherit" variant="outlined" onClick={onKeepMine}>
          {t('stale.mine')}
        </Button>
        <Button size="small" color="inherit" variant="outlined" onClick={onTakeTheirs}>
          {t(theirs ? 'stale.theirs' : 'stale.inForce')}
        </Button>
      </Stack>
      {compared && (
        <Box sx={{ maxHeight: 320, overflowY: 'auto' }}>
          <PolicyComparison before={theirs?.policy ?? inForce} after={mine} />
        </Box>
      )}
    </Alert>
  );
}
