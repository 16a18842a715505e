import { useEffect } from 'react';

/** "Page · Organization · Gatehouse", while the page is shown. */
export function useDocumentTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Gatehouse'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
