import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { Enrolment, IssuedSecret } from '@/api/types';
import { FormDialog, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { enrolmentsQuery } from './enrolments-api';

// ISO-8601 durations, as the API takes them.
const delays = ['PT0S', 'P1D', 'P7D', 'P30D'] as const;

/** A new secret; the others go on for as long as the profiles need to reach every Mac. */
export function RotateDialog({
  enrolment,
  onIssued,
  onClose,
}: {
  enrolment: Enrolment;
  onIssued: (issued: IssuedSecret) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('enrolments');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  return (
    <FormDialog
      open
      title={t('rotate.title', { name: enrolment.name })}
      text={t('rotate.text')}
      submit={t('rotate.action')}
      onClose={onClose}
      onSubmit={async ({ retireOthersAfter = 'P7D' }) => {
        const issued = await answer(
          client.POST('/api/organizations/{organization}/enrolments/{id}/secrets', {
            params: { path: { organization, id: enrolment.id } },
            body: { retireOthersAfter },
          }),
        );
        onIssued(issued);
        await queries.invalidateQueries(enrolmentsQuery(organization));
      }}
    >
      <FormField name="retireOthersAfter" label={t('rotate.retire')} select defaultValue="P7D">
        {delays.map((delay) => (
          <MenuItem key={delay} value={delay}>
            {t(`rotate.after.${delay}`)}
          </MenuItem>
        ))}
      </FormField>
    </FormDialog>
  );
}
