import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '@/api/client';
import type { IdentityProvider, Interpretation } from '@/api/types';
import { Form, FormField } from '@/patterns/form';
import { useOrganization } from '@/session/session';
import { knownClaimsQuery } from './federation-api';
import { Meaning } from './test-result';

/** What claims would give now: those that somebody came with before, or any that are typed in. */
export function ClaimsPreview({ provider }: { provider: IdentityProvider }) {
  const { t } = useTranslation('federation');
  const { id: organization } = useOrganization();
  const known = useQuery(knownClaimsQuery(organization, provider.id));
  const [text, setText] = useState('{\n  "email": "somebody@example.com",\n  "groups": ["engineering"]\n}');
  const [word, setWord] = useState<Interpretation | null>(null);
  return (
    <Form
      onSubmit={async () =>
        setWord(
          await answer(
            client.POST('/api/organizations/{organization}/identity-providers/{id}/preview', {
              params: { path: { organization, id: provider.id } },
              body: { claims: claimsOf(text, t('preview.notJson')) },
            }),
          ),
        )
      }
    >
      {(busy) => (
        <Stack sx={{ gap: 2, mt: 3 }}>
          <Typography variant="h3">{t('preview.title')}</Typography>
          {known.data && known.data.length > 0 && (
            <TextField
              select
              label={t('preview.known')}
              defaultValue=""
              onChange={(event) => {
                const chosen = known.data.find(({ person }) => person === event.target.value);
                setText(JSON.stringify(chosen?.claims ?? {}, null, 2));
              }}
            >
              {known.data.map(({ person, displayName, email }) => (
                <MenuItem key={person} value={person}>
                  {displayName} · {email}
                </MenuItem>
              ))}
            </TextField>
          )}
          <FormField
            name="claims"
            label={t('preview.claims')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            multiline
            minRows={4}
            maxRows={14}
          />
          <Button
            type="submit"
            variant="outlined"
            color="inherit"
            loading={busy}
            sx={{ alignSelf: 'flex-start' }}
          >
            {t('preview.submit')}
          </Button>
          {word && <Meaning word={word} />}
        </Stack>
      )}
    </Form>
  );
}

/** Claims as a provider writes them: texts, or lists of texts. */
function claimsOf(text: string, refusal: string): Record<string, string[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error(refusal);
  }
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
}
