import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

interface Shortcut {
  key: string;
  label: string;
  run: () => void;
}

interface Shortcuts {
  add: (shortcut: Shortcut) => () => void;
  list: () => Shortcut[];
  enabled: boolean;
  setEnabled: (enabled: boolean) => void;
}

const ShortcutsContext = createContext<Shortcuts | null>(null);
const storageKey = 'gatehouse-single-keys';

/** Single keys of the page in view. They can be switched off, for people who speak to their computer. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const shortcuts = useRef<Shortcut[]>([]);
  const [enabled, setEnabledState] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const add = useCallback((shortcut: Shortcut) => {
    shortcuts.current.push(shortcut);
    return () => {
      shortcuts.current = shortcuts.current.filter((other) => other !== shortcut);
    };
  }, []);
  const setEnabled = useCallback((next: boolean) => {
    localStorage.setItem(storageKey, next ? 'on' : 'off');
    setEnabledState(next);
  }, []);
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const shortcut = shortcuts.current.findLast(({ key }) => key === event.key.toLowerCase());
      if (shortcut) {
        event.preventDefault();
        shortcut.run();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
  const value = useMemo(
    () => ({ add, list: () => shortcuts.current, enabled, setEnabled }),
    [add, enabled, setEnabled],
  );
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
}

export function useShortcuts(): Shortcuts {
  const shortcuts = use(ShortcutsContext);
  if (!shortcuts) {
    throw new Error('Shortcuts need their provider around the page');
  }
  return shortcuts;
}

/** A single key while the component is shown; `?` lists it with its label. */
export function useShortcut(key: string, label: string, run: () => void): void {
  const shortcuts = use(ShortcutsContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  const add = shortcuts?.add;
  useEffect(() => add?.({ key, label, run: () => latest.current() }), [add, key, label]);
}

/** Keys belong to what has the focus: a field, a menu, a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type=checkbox]):not([type=radio]),textarea,select,[role=dialog],[role=menu],[role=listbox],[role=combobox]',
      ) !== null)
  );
}
