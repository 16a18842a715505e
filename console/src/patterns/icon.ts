import type SvgIcon from '@mui/material/SvgIcon';

/** Any icon of the kept icon library. */
export type Icon = typeof SvgIcon;
