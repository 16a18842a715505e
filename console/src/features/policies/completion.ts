import type { PolicyFact } from '@/api/types';

/** Something that can be written next in a condition. */
export interface Completion {
  label: string;
  /** What is written; a `|` says where the caret goes. */
  text: string;
  meaning: string;
}

export interface Completions {
  /** Where the word that is being written begins. */
  from: number;
  offered: Completion[];
}

const most = 8;
const textFunctions = ['startsWith', 'endsWith', 'contains', 'matches'];
const listFunctions = ['exists', 'all'];

/** What fits the word before the caret: facts by name, and after a dot what their type can. */
export function completionsAt(
  text: string,
  caret: number,
  facts: PolicyFact[],
  meaningOf: (name: string) => string,
): Completions {
  const before = text.slice(0, caret);
  if (isInText(before)) {
    return { from: caret, offered: [] };
  }
  const member = /([A-Za-z_]\w*)\.(\w*)$/.exec(before);
  if (member) {
    const [, name = '', begun = ''] = member;
    const type = facts.find((fact) => fact.name === name)?.type;
    const names = type === 'TEXT' ? textFunctions : type === 'TEXTS' ? listFunctions : [];
    return {
      from: caret - begun.length,
      offered: names
        .filter((each) => each.startsWith(begun))
        .map((each) => ({
          label: each,
          text: type === 'TEXT' ? `${each}("|")` : `${each}(each, each == "|")`,
          meaning: meaningOf(each),
        })),
    };
  }
  const [begun = ''] = /[A-Za-z_]\w*$/.exec(before) ?? [];
  if (begun === '') {
    return { from: caret, offered: [] };
  }
  const known = facts.map(({ name, meaning }) => ({ label: name, text: name, meaning }));
  const size = { label: 'size', text: 'size(|)', meaning: meaningOf('size') };
  const fitting = [...known, size].filter(
    ({ label }) => label.toLowerCase().startsWith(begun.toLowerCase()) && label !== begun,
  );
  return { from: caret - begun.length, offered: fitting.slice(0, most) };
}

/** The text with the completion in it, and where the caret is then. */
export function completed(
  text: string,
  caret: number,
  from: number,
  completion: Completion,
): { text: string; caret: number } {
  const [left = '', right = ''] = completion.text.split('|');
  return {
    text: text.slice(0, from) + left + right + text.slice(caret),
    caret: from + left.length,
  };
}

/** Whether a text between quotation marks is open at the end. */
function isInText(before: string): boolean {
  let open = '';
  for (let index = 0; index < before.length; index++) {
    const letter = before.charAt(index);
    if (open && letter === '\\') {
      index++;
    } else if (open ? letter === open : letter === '"' || letter === "'") {
      open = open ? '' : letter;
    }
  }
  return open !== '';
}
