import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import MenuList from '@mui/material/MenuList';
import Popover from '@mui/material/Popover';
import MenuItem from '@mui/material/MenuItem';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useColorScheme } from '@mui/material/styles';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { FormDialog, FormField } from '@/patterns/form';
import { NewPasswordField } from '@/patterns/new-password';
import { useNotice } from '@/patterns/notice';
import { initialsOf } from '@/patterns/organization-mark';
import { VisuallyHidden } from '@/patterns/visually-hidden';
import { forgetOrganizations } from '@/session/known-organizations';
import { useSession, useSignedIn } from '@/session/session';

/** Who I am, how it looks, my password, the way out. */
export function OwnMenu() {
  const { t } = useTranslation();
  const { person, operator } = useSession();
  const { organization } = useParams({ strict: false });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  const close = () => setAnchor(null);
  const signOut = async () => {
    const { address } = await answer(client.POST('/api/sign-in/sign-out'));
    signedIn(null);
    forgetOrganizations();
    if (address) {
      window.location.assign(address);
      return;
    }
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <>
      <IconButton aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)} sx={{ p: 0.5 }}>
        <VisuallyHidden>{t('own.menu')}</VisuallyHidden>
        <Avatar
          aria-hidden
          sx={{
            width: 30,
            height: 30,
            fontSize: 12.5,
            fontWeight: 640,
            bgcolor: 'text.secondary',
            color: 'background.paper',
          }}
        >
          {initialsOf(person.displayName)}
        </Avatar>
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            variant: 'outlined',
            role: 'dialog',
            'aria-label': t('own.menu'),
            sx: { width: 272, mt: 0.5 },
          },
        }}
      >
        <Box sx={{ px: 2, pt: 1.5, pb: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{person.displayName}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {person.email}
          </Typography>
        </Box>
        <ThemeChoice />
        <Divider />
        <MenuList aria-label={t('own.menu')}>
          {operator && (
            <MenuItem onClick={() => void navigate({ to: '/installation/organizations' })}>
              {t('own.installation')}
            </MenuItem>
          )}
          <MenuItem onClick={() => void navigate({ to: '/account', search: {} })}>
            {t('account:title')}
          </MenuItem>
          <MenuItem
            onClick={() => {
              close();
              setChanging(true);
            }}
          >
            {t('own.password')}
          </MenuItem>
          {organization && (
            <MenuItem
              onClick={() => void navigate({ to: '/o/$organization/leave', params: { organization } })}
            >
              {t('own.leave')}
            </MenuItem>
          )}
          <MenuItem onClick={() => void signOut()}>{t('own.signOut')}</MenuItem>
        </MenuList>
      </Popover>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}

function ThemeChoice() {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  return (
    <Box sx={{ px: 2, pb: 1.5 }}>
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        aria-label={t('own.theme')}
        value={mode ?? 'system'}
        onChange={(_, next: 'light' | 'dark' | 'system' | null) => next && setMode(next)}
      >
        {(['light', 'dark', 'system'] as const).map((name) => (
          <ToggleButton key={name} value={name} sx={{ textTransform: 'none', py: 0.25 }}>
            {t(`own.themes.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const notice = useNotice();
  return (
    <FormDialog
      open={open}
      title={t('own.password')}
      submit={t('own.passwordChange')}
      onClose={onClose}
      onSubmit={async ({ currentPassword = '', newPassword = '' }) => {
        await answer(client.PUT('/api/session/password', { body: { currentPassword, newPassword } }));
        notice({ text: t('own.passwordChanged') });
      }}
    >
      <FormField
        name="currentPassword"
        type="password"
        label={t('own.currentPassword')}
        required
        autoFocus
        autoComplete="current-password"
      />
      <NewPasswordField
        name="newPassword"
        label={t('own.newPassword')}
        hint={t('own.passwordHint')}
        email={person.email}
        displayName={person.displayName}
      />
    </FormDialog>
  );
}
