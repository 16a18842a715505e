import UnfoldMoreOutlined from '@mui/icons-material/UnfoldMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership, Organization } from '@/api/types';
import { OrganizationMark } from '@/patterns/organization-mark';
import { RelativeTime } from '@/patterns/time';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { useSession } from '@/session/session';

/** Always in sight, in the organization's own colour. */
export function OrganizationChooser({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const { memberships } = useSession();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          gap: 1,
          p: 0.75,
          pr: 1,
          borderRadius: 1,
          font: 'inherit',
          minWidth: 0,
          maxWidth: { xs: '52vw', sm: 260 },
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <OrganizationMark organization={organization} />
        <Box
          component="span"
          sx={{ fontWeight: 620, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {organization.name}
        </Box>
        <VisuallyHidden>{t('organization.chooser')}</VisuallyHidden>
        <UnfoldMoreOutlined sx={{ fontSize: 18, color: 'text.secondary' }} />
      </ButtonBase>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { minWidth: 260, maxHeight: 480 } } }}
      >
        {memberships.map((membership) => (
          <MenuItem
            key={membership.organization.id}
            selected={membership.organization.id === organization.id}
            onClick={() => {
              setAnchor(null);
              void navigate({
                to: '/o/$organization',
                params: { organization: membership.organization.slug },
              });
            }}
            sx={{ gap: 1.25 }}
          >
            <OrganizationMark organization={membership.organization} />
            <ListItemText
              primary={membership.organization.name}
              secondary={<Standing membership={membership} />}
            />
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            setAnchor(null);
            void navigate({ to: '/organizations' });
          }}
          sx={{ borderTop: 1, borderColor: 'divider', mt: 0.5, py: 1 }}
        >
          {t('organization.all')}
        </MenuItem>
      </Menu>
    </>
  );
}

/** What the organization is, or as what one enters it. */
function Standing({ membership: { organization, engagement } }: { membership: Membership }) {
  const { t } = useTranslation();
  const { t: words } = useTranslation('engagements');
  if (!engagement) {
    return t(`organization.kind.${organization.kind}`);
  }
  return (
    <>
      {words(`level.${engagement.level}`)} ·{' '}
      <RelativeTime at={engagement.until} absent={words('openEnded')} />
    </>
  );
}
