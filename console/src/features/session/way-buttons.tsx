import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api/problem';
import type { SignInWay } from '@/api/types';
import { leaveFor } from '@/session/ways';
import { DirectoryButton } from './directory-button';

interface WayButtonsProps {
  ways: SignInWay[];
  email: string;
  returnTo: string;
}

/** One button for each provider that the browser can go to. */
export function WayButtons({ ways, email, returnTo }: WayButtonsProps) {
  const { t } = useTranslation('session');
  const [leaving, setLeaving] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async (provider: string) => {
    setLeaving(provider);
    setProblem(null);
    try {
      await leaveFor(provider, { email, returnTo });
    } catch (error) {
      const { detail, title } = toProblem(error);
      setProblem(detail ?? title);
      setLeaving(null);
    }
  };
  return (
    <>
      {problem && <Alert severity="error">{problem}</Alert>}
      {ways
        .filter(({ inBrowser }) => inBrowser)
        .map(({ provider, name }) => (
          <Button
            key={provider}
            type="button"
            variant="contained"
            size="large"
            loading={leaving === provider}
            onClick={() => void leave(provider)}
          >
            {t('signIn.continue', { name })}
          </Button>
        ))}
      {ways
        .filter(({ inBrowser }) => !inBrowser)
        .map((way) => (
          <DirectoryButton key={way.provider} way={way} />
        ))}
    </>
  );
}
