import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { BackLink } from './back-link';
import type { LinkTarget } from './router-link';

interface PageProps {
  title: ReactNode;
  /** The way back to the list that the page's subject is of. */
  back?: { link: LinkTarget; label: string };
  /** One line that says what the page is for. */
  purpose?: ReactNode;
  action?: ReactNode;
  /** Roomy and narrow, for pages of employees and for forms. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page: one heading, one purpose, the actions, the content. */
export function Page({ back, title, purpose, action, narrow, children }: PageProps) {
  return (
    <Box
      sx={{
        px: { xs: 2, md: 3.5 },
        py: { xs: 2, md: 3 },
        mx: 'auto',
        width: '100%',
        maxWidth: narrow ? 880 : 1680,
      }}
    >
      {back && <BackLink {...back} />}
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        sx={{
          gap: 1.5,
          mb: { xs: 2, md: 2.5 },
          alignItems: { sm: 'flex-start' },
          justifyContent: 'space-between',
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1">{title}</Typography>
          {purpose && (
            <Typography sx={{ color: 'text.secondary', mt: 0.25, maxWidth: 760 }}>{purpose}</Typography>
          )}
        </Box>
        {action && (
          <Stack direction="row" sx={{ gap: 1, flexShrink: 0, flexWrap: 'wrap' }}>
            {action}
          </Stack>
        )}
      </Stack>
      {children}
    </Box>
  );
}
