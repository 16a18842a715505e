import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import type { Organization } from '@/api/types';
import type { Column } from '@/patterns/list/rows';
import { OrganizationMark } from '@/patterns/organization-mark';

/** Who an organization is, in its colour. */
export function useOrganizationColumns(): Column<Organization>[] {
  const { t } = useTranslation('organizations');
  const { t: common } = useTranslation();
  return [
    {
      name: 'name',
      title: t('column.name'),
      render: (organization) => (
        <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center' }}>
          <OrganizationMark organization={organization} size={26} />
          <span>{organization.name}</span>
        </Stack>
      ),
    },
    { name: 'kind', title: t('column.kind'), render: ({ kind }) => common(`organization.kind.${kind}`) },
    { name: 'timeZone', title: t('column.timeZone'), render: ({ timeZone }) => timeZone },
  ];
}
