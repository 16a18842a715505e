import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Organization } from '@/api/types';
import { defaultAccent, isHex, textOn } from '@/theme/contrast';

type Marked = Pick<Organization, 'name' | 'accentColor'> &
  Partial<Pick<Organization, 'id' | 'logo'>> & { image?: string };

/** The organization's logo; without one, its first letters on its colour. The name stands beside it. */
export function OrganizationMark({ organization, size = 28 }: { organization: Marked; size?: number }) {
  const address = organization.image ?? logoOf(organization);
  const [failed, setFailed] = useState<string>();
  if (address && failed !== address) {
    return (
      <Box
        component="img"
        src={address}
        alt=""
        onError={() => setFailed(address)}
        sx={{ width: size, height: size, flexShrink: 0, borderRadius: '7px', objectFit: 'contain' }}
      />
    );
  }
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

/** Where the logo is fetched; its content never changes under one address. */
function logoOf({ id, logo }: Marked): string | undefined {
  return id && logo ? `/api/organizations/${id}/logo/${logo}` : undefined;
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => word?.[0]?.toUpperCase() ?? '').join('') || '?';
}
