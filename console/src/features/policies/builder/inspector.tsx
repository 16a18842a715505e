import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalPolicy } from '@/api/types';
import { keyOf, partAt, pathAt, placeOf, requirementOf, review, type Place } from '../place';
import { useEditor } from './editor';
import { GroupForm } from './group-form';
import { PathForm } from './path-form';
import { PolicyForm } from './policy-form';
import { RequirementTree } from './requirement-tree';
import { RouteForm } from './route-form';
import { StageForm } from './stage-form';
import { titleOf } from './titles';

/** The form of what is selected, under its name and with the way up. */
export function Inspector() {
  const { t } = useTranslation('builder');
  const { policy, place, findings, select } = useEditor();
  const above = aboveOf(place);
  const own = findings.filter(
    (finding) => finding.kind !== 'BROKEN_CONDITION' && keyOf(placeOf(policy, finding)) === keyOf(place),
  );
  return (
    <Box component="section" aria-label={t('inspector.label')}>
      {above && (
        <Button
          size="small"
          startIcon={<ArrowBackOutlined />}
          onClick={() => select(above)}
          sx={{ ml: -0.5, mb: 0.5 }}
        >
          {titleOf(policy, above, t)}
        </Button>
      )}
      <Typography variant="h2" component="h3" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
        {titleOf(policy, place, t)}
      </Typography>
      {own.length > 0 && (
        <Stack sx={{ gap: 1, mb: 2 }}>
          {own.map(({ message, blocks }) => (
            <Alert key={message} severity={blocks ? 'error' : 'warning'}>
              {message}
            </Alert>
          ))}
        </Stack>
      )}
      <Box key={keyOf(place)}>{formOf(policy, place)}</Box>
    </Box>
  );
}

function aboveOf({ route, stage, group }: Place): Place | null {
  if (group && group.length > 0) {
    return { route, stage };
  }
  if (group) {
    return { route, stage };
  }
  if (stage !== undefined) {
    return { route };
  }
  return route === undefined ? null : {};
}

function formOf(policy: ApprovalPolicy, place: Place): ReactNode {
  const { route, stage, group } = place;
  const path = route === undefined ? undefined : pathAt(policy, route);
  if (route === undefined || !path) {
    return <PolicyForm />;
  }
  const root = stage === undefined ? undefined : requirementOf(path, stage);
  const part = group && partAt(root, group);
  if (part?.kind === 'GROUP') {
    return <GroupForm place={place} group={part} />;
  }
  if (stage === review && root) {
    return <RequirementTree place={place} root={root} />;
  }
  const found = path.stages.find(({ id }) => id === stage);
  if (found) {
    return <StageForm place={{ ...place, route }} path={path} stage={found} />;
  }
  const own = route === null ? undefined : policy.routes[route];
  return route === null || !own ? (
    <PathForm route={null} path={path} />
  ) : (
    <RouteForm index={route} route={own} />
  );
}
