import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import visuallyHidden from '@mui/utils/visuallyHidden';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useId, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import { fieldErrors, toProblem } from '@/api/problem';
import { useNotice } from '@/patterns/notice';
import { OrganizationMark } from '@/patterns/organization-mark';
import { Section } from '@/patterns/section';
import { sessionQuery, useOrganization } from '@/session/session';

/** The picture that stands for the organization at the top of its pages. */
export function LogoSection() {
  const { t } = useTranslation('logo');
  const organization = useOrganization();
  const { busy, error, change } = useLogoChange();
  const help = useId();
  const params = { path: { organization: organization.id } };
  const upload = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) {
      void change(async () => {
        const png = await base64Of(file);
        await answer(client.PUT('/api/organizations/{organization}/logo', { params, body: { png } }));
      }, t('saved'));
    }
  };
  return (
    <Section title={t('title')} text={t('text')}>
      <Stack direction="row" sx={{ gap: 2, pt: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <OrganizationMark organization={organization} size={56} />
        <Button
          variant="outlined"
          component="label"
          role={undefined}
          tabIndex={-1}
          loading={busy}
          sx={{ '&:focus-within': { outline: 2, outlineOffset: 2 } }}
        >
          {organization.logo ? t('replace') : t('upload')}
          <input
            type="file"
            accept="image/png"
            style={visuallyHidden}
            aria-describedby={help}
            onChange={upload}
          />
        </Button>
        {organization.logo && (
          <Button
            color="inherit"
            disabled={busy}
            onClick={() =>
              void change(
                () => answer(client.DELETE('/api/organizations/{organization}/logo', { params })),
                t('removed'),
              )
            }
          >
            {t('remove')}
          </Button>
        )}
      </Stack>
      <FormHelperText id={help} error={Boolean(error)} role={error ? 'alert' : undefined}>
        {error ?? t('hint')}
      </FormHelperText>
    </Section>
  );
}

function useLogoChange() {
  const queries = useQueryClient();
  const router = useRouter();
  const notice = useNotice();
  const { t } = useTranslation('logo');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const change = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await router.invalidate();
      notice({ text: done });
    } catch (failure) {
      const problem = toProblem(failure);
      const field = fieldErrors(problem).png;
      setError(field ? t('wrong', { why: field }) : (problem.detail ?? problem.title));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, change };
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
