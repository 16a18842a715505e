import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import { TargetLink, type LinkTarget } from './router-link';

/** From one thing to the list that it is of. */
export function BackLink({ link, label }: { link: LinkTarget; label: string }) {
  return (
    <TargetLink
      target={link}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.8125rem',
        color: 'text.secondary',
        mb: 1,
        minHeight: 24,
      }}
    >
      <ArrowBackOutlined sx={{ fontSize: 16 }} /> {label}
    </TargetLink>
  );
}
