import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '@/session/session';
import { monospace } from '@/theme/theme';
import { completed, completionsAt, type Completion } from '../completion';
import type { Place } from '../place';
import { keyOf, placeOf } from '../place';
import { factsQuery } from '../policies-api';
import { ConditionHelp } from './condition-help';
import { useEditor } from './editor';

interface ConditionFieldProps {
  label: string;
  hint: string;
  place: Place;
  value: string;
  onChange: (condition: string) => void;
}

/** A condition with what the server says of it, what can be written next, and what it may look at. */
export function ConditionField({ label, hint, place, value, onChange }: ConditionFieldProps) {
  const { t } = useTranslation('builder');
  const { id: organization } = useOrganization();
  const { policy, findings } = useEditor();
  const { data: facts = [] } = useQuery(factsQuery(organization));
  const listId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const { from, offered } =
    caret === null
      ? { from: 0, offered: [] }
      : completionsAt(value, caret, facts, (name) => t(`condition.function.${name}`));
  const current = Math.min(active, offered.length - 1);
  const flaws = findings.filter(
    (finding) => finding.kind === 'BROKEN_CONDITION' && keyOf(placeOf(policy, finding)) === keyOf(place),
  );
  const write = (text: string, at: number) => {
    onChange(text);
    setCaret(null);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at, at);
    });
  };
  const take = (completion: Completion | undefined) => {
    if (completion && caret !== null) {
      const next = completed(value, caret, from, completion);
      write(next.text, next.caret);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((current + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      take(offered[current]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setCaret(null);
    }
  };
  return (
    <Box>
      <TextField
        multiline
        fullWidth
        minRows={2}
        maxRows={8}
        label={label}
        value={value}
        error={flaws.length > 0}
        helperText={
          flaws.length > 0
            ? flaws.map(({ message, line, column }) => (
                <Box component="span" key={`${line} ${column} ${message}`} sx={{ display: 'block' }}>
                  {message}
                  {line !== null && ` ${t('finding.at', { line, column })}`}
                </Box>
              ))
            : hint
        }
        onChange={({ target }) => {
          onChange(target.value);
          setCaret(target.selectionStart);
          setActive(0);
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
        inputRef={input}
        slotProps={{
          htmlInput: {
            spellCheck: false,
            maxLength: 2000,
            style: { fontFamily: monospace, fontSize: 13, lineHeight: 1.5 },
            'aria-autocomplete': 'list',
            'aria-controls': offered.length > 0 ? listId : undefined,
            'aria-activedescendant': offered[current] && `${listId}-${current}`,
          },
        }}
      />
      {/* In the page, not at its end: an inspector that is a dialog hides what is outside of it. */}
      <Popper
        open={offered.length > 0}
        anchorEl={() => input.current ?? document.body}
        placement="bottom-start"
        disablePortal
        sx={{ zIndex: 'tooltip' }}
      >
        <Paper
          elevation={6}
          id={listId}
          role="listbox"
          aria-label={t('condition.completions')}
          sx={{ py: 0.5 }}
        >
          {offered.map((completion, index) => (
            <Box
              key={completion.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault();
                take(completion);
              }}
              sx={{
                px: 1.5,
                py: 0.5,
                maxWidth: 380,
                cursor: 'pointer',
                bgcolor: index === current ? 'action.selected' : undefined,
              }}
            >
              <Box component="code">{completion.label}</Box>
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', ml: 1 }}>
                {completion.meaning}
              </Box>
            </Box>
          ))}
        </Paper>
      </Popper>
      <ConditionHelp
        condition={value}
        facts={facts}
        onInsert={(text) => {
          const at = input.current?.selectionStart ?? value.length;
          write(value.slice(0, at) + text + value.slice(at), at + text.length);
        }}
      />
    </Box>
  );
}
