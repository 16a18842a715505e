import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Tag } from '@/api/types';
import { formatNumber } from '@/patterns/numbers';

interface TagRowProps {
  tag: Tag;
  mayManage: boolean;
  onEdit: () => void;
  onUp?: () => void;
  onDown?: () => void;
}

export function TagRow({ tag, mayManage, onEdit, onUp, onDown }: TagRowProps) {
  const { t } = useTranslation('enrolments');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1.5,
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ width: 12, height: 12, borderRadius: '50%', bgcolor: tag.color, flexShrink: 0 }} />
      <Box sx={{ flex: 1, minWidth: 160 }}>
        <Typography sx={{ fontWeight: 580 }}>{tag.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {tag.description}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('tags.devices', { count: tag.deviceCount, shown: formatNumber(tag.deviceCount) })}
      </Typography>
      {mayManage && (
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Move label={t('tags.up', { name: tag.name })} icon={ArrowUpwardOutlined} onMove={onUp} />
          <Move label={t('tags.down', { name: tag.name })} icon={ArrowDownwardOutlined} onMove={onDown} />
          <Button size="small" onClick={onEdit}>
            {t('tags.edit')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function Move({
  label,
  icon: Icon,
  onMove,
}: {
  label: string;
  icon: typeof ArrowUpwardOutlined;
  onMove?: () => void;
}) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton size="small" aria-label={label} disabled={!onMove} onClick={onMove}>
          <Icon sx={{ fontSize: 18 }} />
        </IconButton>
      </span>
    </Tooltip>
  );
}
