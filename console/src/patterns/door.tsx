import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useAccent } from '@/theme/theme-provider';
import { defaultAccent } from '@/theme/contrast';
import type { KnownOrganization } from '@/session/known-organizations';
import { useDocumentTitle } from './document-title';
import { OrganizationMark } from './organization-mark';

interface DoorProps {
  title: string;
  text?: ReactNode;
  wide?: boolean;
  /** Whose door it is, where that is known. */
  organization?: KnownOrganization;
  children: ReactNode;
}

/** The frame of the pages before one is inside: sign-in, set-up, an invitation. */
export function Door({ title, text, wide, organization, children }: DoorProps) {
  useDocumentTitle(title, organization?.name);
  useAccent(organization?.accentColor ?? defaultAccent);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: { xs: 'flex-start', sm: 'center' },
        px: 2,
        py: { xs: 3, sm: 6 },
      }}
    >
      <Box sx={{ width: '100%', maxWidth: wide ? 640 : 400 }}>
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.25, mb: 2.5 }}>
          {organization ? <OrganizationMark organization={organization} size={36} /> : <Mark />}
          <Typography
            component="span"
            sx={{
              fontWeight: 680,
              fontSize: '1.0625rem',
              letterSpacing: '-0.01em',
              minWidth: 0,
              overflowWrap: 'anywhere',
            }}
          >
            {organization?.name ?? 'Gatehouse'}
          </Typography>
          {organization && (
            <Typography variant="body2" sx={{ color: 'text.secondary', ml: 'auto' }}>
              Gatehouse
            </Typography>
          )}
        </Stack>
        <Card sx={{ p: { xs: 2.5, sm: 3.5 } }}>
          <Typography variant="h1">{title}</Typography>
          {text && (
            <Typography component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {text}
            </Typography>
          )}
          <Box sx={{ mt: 2.5 }}>{children}</Box>
        </Card>
      </Box>
    </Box>
  );
}

/** The arch of the gatehouse. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#3457d5" />
      <path d="M8 25V13.5a8 8 0 0 1 16 0V25h-4.4V13.8a3.6 3.6 0 0 0-7.2 0V25z" fill="#fff" />
      <circle cx="16" cy="20" r="2.1" fill="#fff" />
    </svg>
  );
}
