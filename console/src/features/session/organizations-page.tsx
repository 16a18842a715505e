import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '@/api/types';
import { OrganizationMark } from '@/patterns/organization-mark';
import { Page } from '@/patterns/page';
import { EmptyState } from '@/patterns/states';
import { useSession } from '@/session/session';
import { PlainShell } from '@/shell/plain-shell';

const searchableFrom = 8;

/** Where do I want to work: one card per organization, in its colour. */
export function OrganizationsPage() {
  const { t } = useTranslation('session');
  const { memberships } = useSession();
  const [text, setText] = useState('');
  const shown = memberships.filter(({ organization }) =>
    organization.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <PlainShell>
      <Page narrow title={t('organizations.title')} purpose={t('organizations.purpose')}>
        {memberships.length >= searchableFrom && (
          <TextField
            label={t('organizations.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            sx={{ mb: 2, width: { xs: '100%', sm: 320 } }}
          />
        )}
        {memberships.length === 0 && (
          <EmptyState
            icon={BusinessOutlined}
            title={t('organizations.noneTitle')}
            text={t('organizations.noneText')}
          />
        )}
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { sm: '1fr 1fr' },
          }}
        >
          {shown.map((membership) => (
            <OrganizationCard key={membership.organization.id} membership={membership} />
          ))}
        </Box>
      </Page>
    </PlainShell>
  );
}

function OrganizationCard({
  membership: { organization, roles, otherSignInNeeded },
}: {
  membership: Membership;
}) {
  const { t } = useTranslation();
  const standing = otherSignInNeeded
    ? t('session:organizations.otherSignIn')
    : roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <Card
      component="li"
      sx={{ transition: 'border-color 120ms', '&:hover, &:focus-within': { borderColor: 'text.secondary' } }}
    >
      <Box
        component={Link}
        to="/o/$organization"
        params={{ organization: organization.slug } as never}
        sx={{
          display: 'flex',
          gap: 1.75,
          p: 2,
          alignItems: 'center',
          color: 'inherit',
          textDecoration: 'none',
        }}
      >
        <OrganizationMark organization={organization} size={40} />
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 620 }}>{organization.name}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`organization.kind.${organization.kind}`)} · {standing}
          </Typography>
        </Box>
      </Box>
    </Card>
  );
}
