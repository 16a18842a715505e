import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { Door } from '@/patterns/door';
import { Form, FormField } from '@/patterns/form';
import { NewPasswordField } from '@/patterns/new-password';
import { useNotice } from '@/patterns/notice';
import { setUpQuery } from './set-up-query';

/** Done once: the operator, the first organization and its first admin, guarded by the code from the log. */
export function SetUpPage() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const notice = useNotice();
  const queries = useQueryClient();
  const { data } = useQuery(setUpQuery);
  if (data && !data.required) {
    return <Navigate to="/sign-in" search={{}} replace />;
  }
  return (
    <Door wide title={t('setUp.title')} text={t('setUp.text')}>
      <Form
        onSubmit={async (values) => {
          await answer(
            client.POST('/api/setup', {
              body: {
                code: values.code ?? '',
                operator: personOf(values, 'operator'),
                organization: {
                  name: values['organization.name'] ?? '',
                  kind: values['organization.kind'] === 'PROVIDER' ? 'PROVIDER' : 'ENTERPRISE',
                },
                admin: personOf(values, 'admin'),
              },
            }),
          );
          queries.setQueryData(setUpQuery.queryKey, { required: false });
          notice({ text: t('setUp.done') });
          await navigate({ to: '/sign-in', search: {} });
        }}
      >
        {(busy) => (
          <Stack sx={{ gap: 3 }}>
            <FormField
              name="code"
              label={t('setUp.code')}
              helperText={t('setUp.codeHint')}
              placeholder="XXXX-XXXX-XXXX"
              required
              autoFocus
              autoComplete="off"
            />
            <Part title={t('setUp.organization')} text={t('setUp.organizationText')}>
              <FormField name="organization.name" label={t('setUp.organizationName')} required />
              <FormField
                name="organization.kind"
                label={t('setUp.organizationKind')}
                select
                defaultValue="ENTERPRISE"
                required
              >
                <MenuItem value="ENTERPRISE">{t('setUp.kindEnterprise')}</MenuItem>
                <MenuItem value="PROVIDER">{t('setUp.kindProvider')}</MenuItem>
              </FormField>
            </Part>
            <Part title={t('setUp.admin')} text={t('setUp.adminText')}>
              <PersonFields prefix="admin" />
            </Part>
            <Part title={t('setUp.operator')} text={t('setUp.operatorText')}>
              <PersonFields prefix="operator" />
            </Part>
            <Button type="submit" variant="contained" size="large" loading={busy}>
              {t('setUp.submit')}
            </Button>
          </Stack>
        )}
      </Form>
    </Door>
  );
}

function PersonFields({ prefix }: { prefix: 'operator' | 'admin' }) {
  const { t } = useTranslation('session');
  return (
    <>
      <FormField name={`${prefix}.displayName`} label={t('displayName')} required autoComplete="off" />
      <FormField name={`${prefix}.email`} type="email" label={t('email')} required autoComplete="off" />
      <NewPasswordField
        name={`${prefix}.password`}
        label={t('password')}
        hint={t('passwordHint')}
        emailField={`${prefix}.email`}
        nameField={`${prefix}.displayName`}
      />
    </>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Stack component="fieldset" sx={{ gap: 2, border: 0, p: 0, m: 0, minWidth: 0 }}>
      <div>
        <Typography component="legend" variant="h2" sx={{ p: 0 }}>
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {text}
        </Typography>
      </div>
      {children}
    </Stack>
  );
}

function personOf(values: Record<string, string>, prefix: string) {
  return {
    email: values[`${prefix}.email`] ?? '',
    displayName: values[`${prefix}.displayName`] ?? '',
    password: values[`${prefix}.password`] ?? '',
  };
}
