import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoleName } from '@/api/types';
import { useFieldError } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { rolesQuery } from './people-api';

interface RoleChoiceProps {
  chosen: RoleName[];
  onChange: (roles: RoleName[]) => void;
}

/** Roles with what each is for; what a role may do in detail stands on its page. */
export function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('people');
  const { id: organization } = useOrganization();
  const { data: roles } = useQuery(rolesQuery(organization));
  const error = useFieldError('roles');
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {t('column.roles')}
      </FormLabel>
      {!roles && <Skeleton variant="rounded" height={160} />}
      {roles?.map((role) => (
        <FormControlLabel
          key={role.name}
          sx={{ alignItems: 'flex-start', mb: 0.5, mr: 0 }}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(role.name)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, role.name] : chosen.filter((name) => name !== role.name),
                )
              }
              sx={{ py: 0.375 }}
            />
          }
          label={
            <Box>
              <Typography component="span" sx={{ fontWeight: 560 }}>
                {role.title}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {role.description}
              </Typography>
            </Box>
          }
        />
      ))}
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
