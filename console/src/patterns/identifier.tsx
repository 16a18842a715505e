import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monospace } from '@/theme/theme';

interface IdentifierProps {
  value: string;
  /** Longer values lose their middle; the whole is on hover and in the copy. 0 shows everything. */
  length?: number;
  copy?: boolean;
}

/** A hash, an id, a serial number: monospace, middle ellipsis, copied with one click. */
export function Identifier({ value, length = 20, copy = true }: IdentifierProps) {
  const shown = shorten(value, length);
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, minWidth: 0, maxWidth: '100%' }}
    >
      <Tooltip title={shown === value ? '' : <span style={{ fontFamily: monospace }}>{value}</span>}>
        <Box
          component="span"
          sx={{
            fontFamily: monospace,
            fontSize: '0.9em',
            overflowWrap: length === 0 ? 'anywhere' : undefined,
            ...(length > 0 && { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }),
          }}
        >
          {shown}
        </Box>
      </Tooltip>
      {copy && <CopyButton value={value} />}
    </Box>
  );
}

export function CopyButton({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied ? setTimeout(() => setCopied(false), 1600) : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const title = copied ? t('action.copied') : (label ?? t('action.copyValue', { value: shorten(value, 12) }));
  return (
    <Tooltip title={title}>
      <IconButton
        size="small"
        aria-label={title}
        onClick={(event) => {
          event.stopPropagation();
          event.preventDefault();
          void navigator.clipboard.writeText(value).then(() => setCopied(true));
        }}
        sx={{ p: '5px', color: copied ? 'success.main' : 'text.secondary' }}
      >
        {copied ? <CheckOutlined sx={{ fontSize: 15 }} /> : <ContentCopyOutlined sx={{ fontSize: 14 }} />}
      </IconButton>
    </Tooltip>
  );
}

export function shorten(value: string, length: number): string {
  if (length === 0 || value.length <= length) {
    return value;
  }
  const kept = length - 1;
  return `${value.slice(0, Math.ceil(kept / 2))}…${value.slice(-Math.floor(kept / 2))}`;
}
