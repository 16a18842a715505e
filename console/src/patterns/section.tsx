import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useDrawer } from './drawer';

interface SectionProps {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  /** Lists and tables that draw to the edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled card on a page. */
export function Section({ title, text, action, flush, children }: SectionProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 2, overflow: 'visible' }}>
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        sx={{
          px: 2.25,
          pt: 1.75,
          pb: 1,
          columnGap: 2,
          rowGap: 1,
          justifyContent: 'space-between',
          alignItems: 'flex-start',
        }}
      >
        <Box>
          <Typography id={id} variant="h2">
            {title}
          </Typography>
          {text && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
              {text}
            </Typography>
          )}
        </Box>
        {action}
      </Stack>
      <Box sx={{ px: flush ? 0 : 2.25, pb: flush ? 0 : 2 }}>{children}</Box>
    </Card>
  );
}

/** Label and value pairs of a detail page. */
export function FactList({ facts }: { facts: { label: ReactNode; value: ReactNode }[] }) {
  const labels = useDrawer() ? '132px' : 'minmax(140px, 200px)';
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: `${labels} 1fr` },
        columnGap: 3,
        rowGap: { xs: 0, sm: 1 },
      }}
    >
      {facts.map(({ label, value }, index) => (
        <Box key={index} sx={{ display: 'contents' }}>
          <Typography
            component="dt"
            variant="body2"
            sx={{ color: 'text.secondary', lineHeight: { xs: '20px', sm: '26px' } }}
          >
            {label}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{
              m: 0,
              mb: { xs: 1, sm: 0 },
              minWidth: 0,
              overflowWrap: 'anywhere',
              lineHeight: { xs: '22px', sm: '26px' },
            }}
          >
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
