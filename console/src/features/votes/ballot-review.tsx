import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ballot } from '@/api/types';
import { useRefresh } from '@/patterns/act';
import { FormDialog, FormField } from '@/patterns/form';
import { useNotice } from '@/patterns/notice';
import { ToneChip } from '@/patterns/status-chip';
import { RelativeTime } from '@/patterns/time';
import { useOrganization, usePermission } from '@/session/session';
import { reviewBallot, type Review } from './votes-api';
import { formatWeight } from './weights';

/** Who said what, and what a review can make of it: for those who decide, unless they have voted themselves. */
export function BallotReview({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation('votes');
  const reviews = usePermission('request.decide');
  const [review, setReview] = useState<Review | null>(null);
  if (!reviews || ballot.votes.length === 0) {
    return null;
  }
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>
        {t('review.title')}
      </Typography>
      <Said ballot={ballot} />
      {ballot.mine ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('review.own')}
        </Typography>
      ) : (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {ballot.state !== 'OPEN' && (
            <Button variant="contained" onClick={() => setReview('clear')}>
              {t('review.clear.open')}
            </Button>
          )}
          {ballot.state !== 'CONDEMNED' && (
            <Button variant="outlined" color="error" onClick={() => setReview('condemn')}>
              {t('review.condemn.open')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => setReview('reset')}>
            {t('review.reset.open')}
          </Button>
        </Stack>
      )}
      {review && <ReviewDialog ballot={ballot} review={review} onClose={() => setReview(null)} />}
    </Box>
  );
}

function Said({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation('votes');
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, my: 1 }}>
      {ballot.votes.map(({ person, side, points, reason, at, counts }) => (
        <Box component="li" key={person.id} sx={{ mb: 0.75, fontSize: '0.875rem' }}>
          <strong>{person.displayName}</strong> {t(`said.${side}`)},{' '}
          {t('said.weight', { weight: formatWeight(points) })}, <RelativeTime at={at} />{' '}
          {!counts && <ToneChip tone="neutral">{t('said.idle')}</ToneChip>}
          {reason && <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>“{reason}”</Box>}
        </Box>
      ))}
    </Box>
  );
}

interface ReviewDialogProps {
  ballot: Ballot;
  review: Review;
  onClose: () => void;
}

function ReviewDialog({ ballot, review, onClose }: ReviewDialogProps) {
  const { t } = useTranslation('votes');
  const { id: organization } = useOrganization();
  const refresh = useRefresh();
  const notice = useNotice();
  return (
    <FormDialog
      open
      danger={review === 'condemn'}
      title={t(`review.${review}.title`, { name: ballot.title })}
      text={t(`review.${review}.text`)}
      submit={t(`review.${review}.submit`)}
      onClose={onClose}
      onSubmit={async ({ reason = '' }) => {
        await reviewBallot(organization, ballot.id, review, reason);
        await refresh();
        notice({ text: t(`review.${review}.done`) });
      }}
    >
      <FormField
        name="reason"
        label={t('review.reason')}
        helperText={t('review.hint')}
        required
        multiline
        minRows={2}
        autoFocus
        slotProps={{ htmlInput: { minLength: 10, maxLength: 2000 } }}
      />
    </FormDialog>
  );
}
