import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { toProblem } from '@/api/problem';
import { Section } from '@/patterns/section';
import { ErrorState, PageSkeleton } from '@/patterns/states';
import { useOrganization } from '@/session/session';

const path = '/api/organizations/{organization}/ledger/checkpoint-letters';

/** Whether whoever looks wants the checkpoint by mail each day. */
export function DailyLetter() {
  const { t } = useTranslation('ledger');
  const { letter, choice } = useDailyLetter();
  const error = letter.error ?? choice.error;
  return (
    <Section title={t('verify.letter')} text={t('verify.letterText')}>
      {error && <ErrorState problem={toProblem(error)} onRetry={() => void letter.refetch()} />}
      {letter.isPending && <PageSkeleton rows={1} />}
      {letter.data && (
        <FormControlLabel
          sx={{ ml: -0.75 }}
          slotProps={{ typography: { variant: 'body2' } }}
          disabled={choice.isPending || (!letter.data.offered && !letter.data.wanted)}
          control={
            <Switch checked={letter.data.wanted} onChange={(event) => choice.mutate(event.target.checked)} />
          }
          label={letter.data.offered ? t('verify.letterWanted') : t('verify.letterNotOffered')}
        />
      )}
    </Section>
  );
}

function useDailyLetter() {
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const params = { params: { path: { organization } } };
  const queryKey = [organization, 'ledger', 'daily-letter'];
  const letter = useQuery({ queryKey, queryFn: () => answer(client.GET(path, params)) });
  const choice = useMutation({
    mutationFn: (wanted: boolean) => answer(wanted ? client.PUT(path, params) : client.DELETE(path, params)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return { letter, choice };
}
