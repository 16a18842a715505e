import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { PolicyRoute } from '@/api/types';
import { addRoute, changeRoute, moveRoute, removeRoute } from '../edits';
import { keyOf, wholePolicy } from '../place';
import { ConditionField } from './condition-field';
import { useEditor } from './editor';
import { NameField } from './fields';
import { PathForm } from './path-form';

/** Which requests take a path of their own, and what holds on it. */
export function RouteForm({ index, route }: { index: number; route: PolicyRoute }) {
  const { t } = useTranslation('builder');
  const { policy, change } = useEditor();
  const place = { route: index };
  const set = (part: Partial<PolicyRoute>, streak: string) =>
    change(
      (before) => changeRoute(before, index, (each) => ({ ...each, ...part })),
      `${keyOf(place)} ${streak}`,
    );
  const move = (to: number) => change((before) => moveRoute(before, index, to), undefined, { route: to });
  const others = policy.routes.filter((_, at) => at !== index).map(({ name }) => name);
  return (
    <Stack sx={{ gap: 2.25 }}>
      <NameField
        label={t('route.name')}
        value={route.name}
        taken={others}
        onChange={(name) => set({ name }, 'name')}
      />
      <ConditionField
        label={t('route.when')}
        hint={t('route.whenHint')}
        place={place}
        value={route.when}
        onChange={(when) => set({ when }, 'when')}
      />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('route.order', { number: index + 1, count: policy.routes.length })}
        </Typography>
        <Button
          size="small"
          startIcon={<ArrowUpwardOutlined />}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          {t('route.earlier')}
        </Button>
        <Button
          size="small"
          startIcon={<ArrowDownwardOutlined />}
          disabled={index === policy.routes.length - 1}
          onClick={() => move(index + 1)}
        >
          {t('route.later')}
        </Button>
      </Stack>
      <PathForm route={index} path={route.path} />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button
          onClick={() =>
            change((before) => addRoute(before, route.name, route.path), undefined, {
              route: policy.routes.length,
            })
          }
        >
          {t('route.duplicate')}
        </Button>
        <Button
          color="error"
          onClick={() => change((before) => removeRoute(before, index), undefined, wholePolicy)}
        >
          {t('route.remove')}
        </Button>
      </Stack>
    </Stack>
  );
}
