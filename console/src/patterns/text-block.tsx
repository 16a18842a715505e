import Box from '@mui/material/Box';
import { monospace } from '@/theme/theme';
import { CopyButton } from './identifier';

interface TextBlockProps {
  text: string;
  /** What it is, for whoever does not see it. */
  label: string;
  copyLabel: string;
}

/** Text to be taken as it is: commands, an expression, the bytes of an entry. Reached by the keyboard, as it may scroll. */
export function TextBlock({ text, label, copyLabel }: TextBlockProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        bgcolor: 'sunken',
        borderRadius: 1,
      }}
    >
      <Box
        component="pre"
        role="region"
        tabIndex={0}
        aria-label={label}
        sx={{
          flex: 1,
          minWidth: 0,
          m: 0,
          p: 1.5,
          maxHeight: 260,
          overflow: 'auto',
          fontFamily: monospace,
          fontSize: '0.75rem',
          fontVariantLigatures: 'none',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
      <Box sx={{ p: 0.75, flexShrink: 0 }}>
        <CopyButton value={text} label={copyLabel} />
      </Box>
    </Box>
  );
}
