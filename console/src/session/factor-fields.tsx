import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Factor, FactorProof } from '@/api/types';
import { Form, FormField } from '@/patterns/form';
import { passkeysKnown, signWithPasskey } from './factor-api';

interface FactorFieldsProps {
  /** What the person can show. */
  factors: Factor[];
  submit: string;
  onShow: (proof: FactorProof) => Promise<void>;
}

/** Asks for one factor; others are one click away. */
export function FactorFields({ factors, submit, onShow }: FactorFieldsProps) {
  const { t } = useTranslation('account');
  const usable = factors.filter((factor) => factor !== 'PASSKEY' || passkeysKnown);
  const [chosen, setChosen] = useState<Factor | null>(null);
  const factor = chosen ?? usable[0];
  if (!factor) {
    return <Alert severity="warning">{t('factor.noneUsable')}</Alert>;
  }
  return (
    <Form
      key={factor}
      onSubmit={async ({ secret = '' }) =>
        onShow({ factor, secret: await shown(factor, secret, t('factor.notSigned')) })
      }
    >
      {(busy) => (
        <Stack sx={{ gap: 2 }}>
          <div>{t(`factor.ask.${factor}`)}</div>
          {factor !== 'PASSKEY' && factor !== 'FEDERATED' && <SecretField factor={factor} />}
          <Button type="submit" variant="contained" size="large" loading={busy}>
            {factor === 'PASSKEY' ? t('factor.usePasskey') : submit}
          </Button>
          {usable
            .filter((other) => other !== factor)
            .map((other) => (
              <Link
                key={other}
                component="button"
                type="button"
                onClick={() => setChosen(other)}
                sx={{ alignSelf: 'flex-start', textAlign: 'left' }}
              >
                {t(`factor.instead.${other}`)}
              </Link>
            ))}
        </Stack>
      )}
    </Form>
  );
}

function SecretField({ factor }: { factor: Factor }) {
  const { t } = useTranslation('account');
  const password = factor === 'PASSWORD';
  return (
    <FormField
      name="secret"
      type={password ? 'password' : 'text'}
      label={t(`factor.name.${factor}`)}
      autoComplete={password ? 'current-password' : 'one-time-code'}
      slotProps={{ htmlInput: factor === 'AUTHENTICATOR_APP' ? { inputMode: 'numeric', maxLength: 6 } : {} }}
      required
      autoFocus
    />
  );
}

/** A passkey signs; the word of a provider needs nothing typed. */
async function shown(factor: Factor, typed: string, refusal: string): Promise<string> {
  if (factor === 'PASSKEY') {
    return signed(refusal);
  }
  return factor === 'FEDERATED' ? factor : typed;
}

/** Cancelled or failed in the browser's own dialog, which has said why. */
async function signed(refusal: string): Promise<string> {
  try {
    return await signWithPasskey('known');
  } catch (error) {
    throw error instanceof DOMException ? new Error(refusal) : error;
  }
}
