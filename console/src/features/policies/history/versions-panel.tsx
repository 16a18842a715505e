import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy, PolicyVersion } from '@/api/types';
import { saveFile } from '@/patterns/save-file';
import { Section } from '@/patterns/section';
import { ToneChip } from '@/patterns/status-chip';
import { ExactTime } from '@/patterns/time';
import { useOrganization } from '@/session/session';
import { policyVersionQuery } from '../policies-api';
import { VersionComparison } from './version-comparison';

interface VersionsPanelProps {
  versions: PolicyVersion[];
  /** What is being written; absent for who only reads. */
  draft?: ApprovalPolicy;
  /** Goes on writing with what a version was. */
  onRestore?: (policy: ApprovalPolicy) => void;
}

/** Every version, newest first: what differs, and the way back. */
export function VersionsPanel({ versions, draft, onRestore }: VersionsPanelProps) {
  const { t } = useTranslation('trial');
  const { id: organization } = useOrganization();
  const queries = useQueryClient();
  const [compared, setCompared] = useState<number | null>(null);
  const withDocument = (version: number, act: (policy: ApprovalPolicy) => void) =>
    void queries.fetchQuery(policyVersionQuery(organization, version)).then(({ policy }) => act(policy));
  return (
    <>
      <Section title={t('versions.title')} text={t('versions.text')}>
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {versions.map(({ version, name, state, publishedAt, publishedBy }) => (
            <Stack
              component="li"
              key={version}
              direction={{ xs: 'column', md: 'row' }}
              sx={{
                gap: 1,
                py: 1.25,
                borderTop: 1,
                borderColor: 'divider',
                alignItems: { md: 'center' },
                justifyContent: 'space-between',
              }}
            >
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                  <Typography component="span" sx={{ fontWeight: 560 }}>
                    {version === 0 ? t('versions.builtIn') : t('versions.one', { version, name })}
                  </Typography>
                  <ToneChip tone={state === 'IN_FORCE' ? 'good' : 'neutral'}>
                    {t(`versions.state.${state}`)}
                  </ToneChip>
                </Stack>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {publishedAt && <ExactTime at={publishedAt} />}
                  {publishedBy && ` · ${publishedBy}`}
                </Typography>
              </Box>
              <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
                <Button size="small" onClick={() => setCompared(version)}>
                  {t('versions.compare')}
                </Button>
                <Button
                  size="small"
                  onClick={() =>
                    withDocument(version, (policy) =>
                      saveFile(
                        new Blob([JSON.stringify(policy, null, 2)], { type: 'application/json' }),
                        `approval-policy-${version}.json`,
                      ),
                    )
                  }
                >
                  {t('versions.export')}
                </Button>
                {onRestore && (
                  <Button size="small" onClick={() => withDocument(version, onRestore)}>
                    {t('versions.restore')}
                  </Button>
                )}
              </Stack>
            </Stack>
          ))}
        </Stack>
      </Section>
      {compared !== null && (
        <VersionComparison
          key={compared}
          versions={versions}
          draft={draft}
          first={compared}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );
}
