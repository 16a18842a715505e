import Typography from '@mui/material/Typography';

/** What somebody wrote, as they wrote it. */
export function Quote({ text }: { text: string }) {
  return (
    <Typography
      component="blockquote"
      sx={{
        m: 0,
        pl: 1.75,
        borderLeft: 3,
        borderColor: 'divider',
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
      }}
    >
      {text}
    </Typography>
  );
}
