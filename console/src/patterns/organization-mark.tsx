import Box from '@mui/material/Box';
import type { Organization } from '@/api/types';
import { defaultAccent, isHex, textOn } from '@/theme/contrast';

/** First letters of the organization on its colour. */
export function OrganizationMark({
  organization,
  size = 28,
}: {
  organization: Pick<Organization, 'name' | 'accentColor'>;
  size?: number;
}) {
  const colour = isHex(organization.accentColor) ? organization.accentColor : defaultAccent;
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        width: size,
        height: size,
        flexShrink: 0,
        borderRadius: '7px',
        display: 'grid',
        placeItems: 'center',
        bgcolor: colour,
        color: textOn(colour),
        fontSize: size * 0.43,
        fontWeight: 680,
        lineHeight: 1,
      }}
    >
      {initialsOf(organization.name)}
    </Box>
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => word?.[0]?.toUpperCase() ?? '').join('') || '?';
}
