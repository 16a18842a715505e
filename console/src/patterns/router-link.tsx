import Button, { type ButtonProps } from '@mui/material/Button';
import Link, { type LinkProps } from '@mui/material/Link';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type MouseEvent, type ReactNode } from 'react';

const Anchor = forwardRef<HTMLAnchorElement, Omit<LinkProps, 'href'>>(function Anchor(props, reference) {
  return <Link ref={reference} {...props} />;
});

const AnchorButton = forwardRef<HTMLAnchorElement, ButtonProps<'a'>>(function AnchorButton(props, reference) {
  return <Button component="a" ref={reference} {...props} />;
});

/** A link in the look of the theme, checked against the route tree. */
export const RouterLink = createLink(Anchor);

/** A button that leads somewhere: it opens in a new tab like any link. */
export const RouterButton = createLink(AnchorButton);

/** Where a pattern leads to; made with `linkOptions`, which checks it against the route tree. */
export interface LinkTarget {
  to: string;
  params?: object;
  search?: object;
}

/** A link to a target that a page handed to a pattern. */
export function TargetLink({
  target,
  sx,
  id,
  onOpen,
  children,
}: {
  target: LinkTarget;
  sx?: LinkProps['sx'];
  id?: string;
  /** Instead of going there; another tab or window still gets the page. */
  onOpen?: () => void;
  children: ReactNode;
}) {
  const open = (event: MouseEvent) => {
    if (onOpen && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onOpen();
    }
  };
  return (
    <RouterLink {...(target as { to: '/' })} id={id} sx={sx} onClick={open}>
      {children}
    </RouterLink>
  );
}
