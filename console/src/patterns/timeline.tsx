import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { RelativeTime } from './time';

export interface TimelineItem {
  key: string;
  at: string;
  actor: string;
  sentence: ReactNode;
  /** What the actor said. */
  words?: string | null;
  /** For instance the link to the ledger's entry. */
  proof?: ReactNode;
}

/** What happened, in sentences with actor and time, newest first. */
export function Timeline({ title, items }: { title: string; items: TimelineItem[] }) {
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="overline" component="h2" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {items.map((item, index) => (
          <Box
            component="li"
            key={item.key}
            sx={{
              position: 'relative',
              pl: 2.5,
              pb: 2,
              '&::before': {
                content: '""',
                position: 'absolute',
                left: 0,
                top: 6,
                width: 9,
                height: 9,
                borderRadius: '50%',
                bgcolor: index === 0 ? 'primary.main' : 'divider',
              },
              '&:not(:last-of-type)::after': {
                content: '""',
                position: 'absolute',
                left: 4,
                top: 18,
                bottom: -4,
                width: '1px',
                bgcolor: 'divider',
              },
            }}
          >
            <Typography variant="body2">
              <strong>{item.actor}</strong> {item.sentence}
            </Typography>
            {item.words && (
              <Typography
                variant="body2"
                component="blockquote"
                sx={{
                  m: 0,
                  my: 0.5,
                  color: 'text.secondary',
                  whiteSpace: 'pre-line',
                  overflowWrap: 'anywhere',
                }}
              >
                “{item.words}”
              </Typography>
            )}
            <Typography variant="caption" sx={{ color: 'text.secondary', display: 'flex', gap: 1 }}>
              <RelativeTime at={item.at} />
              {item.proof}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
