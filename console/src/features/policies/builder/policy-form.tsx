import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { addRoute } from '../edits';
import { useEditor } from './editor';
import { NameField } from './fields';

/** The policy as a whole. */
export function PolicyForm() {
  const { t } = useTranslation('builder');
  const { policy, change } = useEditor();
  return (
    <Stack sx={{ gap: 2 }}>
      <NameField
        label={t('policy.name')}
        value={policy.name}
        hint={t('policy.nameHint')}
        onChange={(name) => change((before) => ({ ...before, name }), 'policy name')}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('policy.text')}
      </Typography>
      <Button
        variant="outlined"
        startIcon={<AddOutlined />}
        sx={{ alignSelf: 'flex-start' }}
        onClick={() =>
          change((before) => addRoute(before, t('route.new')), undefined, { route: policy.routes.length })
        }
      >
        {t('route.add')}
      </Button>
    </Stack>
  );
}
