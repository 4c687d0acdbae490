/** Days and hours of a time period. What may follow what is read off the forms in `schema/`. */
import type { Project } from '../../project/types';
import { daterangeForms, months, weekdays } from '../../schema';
import type { ValueCursor } from '../context';
import { completionList, type CompletionItem, type CompletionList, type Topic } from './item';
import { tokenAt } from './token';

const topic: Topic = { of: 'days' };

/** A step after `/` is read and ignored: nobody is led to write one. */
const forms = daterangeForms.filter(({ form }) => !form.includes('/'));

/** Every sequence of words that a line may be made of, its hours at the end. */
const sequences: readonly (readonly string[])[] = forms.flatMap(({ form }) =>
  form.split(' | ').map((alternative) => [...alternative.split(' '), 'hours']),
);

const choices: Readonly<Record<string, readonly string[]>> = { weekday: weekdays, month: months, day: ['day'] };

/** Keys of a time period: days of the week, words that a line may begin with, and a line of every other form. */
export function dateRanges(
  project: Project,
  present: ReadonlySet<string>,
  separator: (name: string) => string,
): CompletionItem[] {
  const hours = hoursUsed(project)[0] ?? '00:00-24:00';
  const week = weekdays.map((day, index): CompletionItem => {
    const head = day + separator(day);
    return {
      label: day,
      kind: 'directive',
      detail: 'every week',
      topic,
      insertText: head + hours,
      snippet: `${head}\${1:${hours}}`,
      rank: 150 + index / 10,
    };
  });
  const words = [...months, 'day'].map((word, index): CompletionItem => {
    const detail = word === 'day' ? 'days of every month' : 'dates of every year';
    return { label: word, kind: 'directive', detail, insertText: `${word} `, rank: 152 + index / 100, goesOn: true };
  });
  const others = forms
    .filter(({ form }) => form !== 'weekday')
    .map(({ example }, index): CompletionItem => {
      const snippet = exampleSnippet(example);
      return { label: example, kind: 'directive', detail: 'days', topic, snippet, rank: 160 + index / 100 };
    });
  // Of two lines with the same first word only the last counts.
  return [...week, ...words, ...others].filter(({ label }) => !present.has(label.split(' ')[0] ?? ''));
}

/** A stop for each word of a line. */
function exampleSnippet(example: string): string {
  let number = 0;
  return example
    .split(' ')
    .map((word) => {
      if (word === '-') return word;
      number++;
      const list = Object.values(choices).find((all) => all.length > 1 && all.includes(word));
      if (!list) return word === 'day' ? word : `\${${number}:${word}}`;
      return `\${${number}|${[word, ...list.filter((one) => one !== word)].join(',')}|}`;
    })
    .join(' ');
}

/** What may follow in a line that begins with `key`: another word of its form, or its hours. */
export function daterangeCompletion(project: Project, key: string, cursor: ValueCursor): CompletionList | undefined {
  const words = `${key} ${cursor.before}`.replace(/\s+/g, ' ').split(' ');
  const before = words.slice(0, -1);
  const next = new Set(sequences.filter((one) => begins(one, before)).map((one) => one[before.length] ?? ''));
  const { typed, span } = tokenAt(cursor, /[\s,]/);
  const inHours = cursor.before.slice(0, cursor.before.length - typed.length).endsWith(',');
  const items = [...(inHours ? ['hours'] : next)].flatMap((kind) => itemsFor(project, kind, before));
  const blank = /^[^\s,]*\s/.test(cursor.after);
  const fitting = blank ? items.map((item) => ({ ...item, insertText: item.label, goesOn: false })) : items;
  return items.length > 0 ? completionList(span, fitting, typed, topic) : undefined;
}

function begins(sequence: readonly string[], words: readonly string[]): boolean {
  return words.every((word, index) => fits(sequence[index], word));
}

function fits(kind: string | undefined, word: string): boolean {
  switch (kind) {
    case undefined:
    case 'hours':
      return false;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(word);
    case 'n':
      return /^-?\d+$/.test(word);
    default:
      return choices[kind]?.includes(word) ?? word === kind;
  }
}

const countNames: readonly (readonly [string, string])[] = [
  ['1', 'the first'],
  ['2', 'the second'],
  ['3', 'the third'],
  ['4', 'the fourth'],
  ['-1', 'the last'],
];

function itemsFor(project: Project, kind: string, before: readonly string[]): CompletionItem[] {
  const word = (label: string, detail: string, rank: number): CompletionItem => {
    return { label, kind: 'value', detail, insertText: `${label} `, rank, goesOn: true };
  };
  switch (kind) {
    case 'hours':
      return hoursItems(project);
    case '-':
      return [word('-', 'up to', 20)];
    case 'n':
      return countNames.map(([label, detail], index) => word(label, detail, 30 + index));
    case 'date':
      return before.slice(0, 1).map((date) => word(date, 'the same day', 40));
    default:
      return (choices[kind] ?? []).map((label, index) => word(label, kind, 50 + index));
  }
}

const usual: readonly (readonly [string, string])[] = [
  ['00:00-24:00', 'all day'],
  ['08:00-18:00', 'office hours'],
  ['00:00-08:00,18:00-24:00', 'outside office hours'],
];

/** The hours that this configuration has, the commonest first, then what others have. */
function hoursItems(project: Project): CompletionItem[] {
  const names = new Map(usual);
  const all = new Set([...hoursUsed(project), ...names.keys()]);
  return [...all].map((label, rank) => ({
    label,
    kind: 'value',
    detail: names.get(label) ?? 'in this configuration',
    rank,
  }));
}

/** So many of them are worth a look. */
const MOST_HOURS = 10;

function hoursUsed({ objects }: Project): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type, lines } of objects) {
    if (type !== 'timeperiod') continue;
    for (const { value } of lines) {
      const hours = /(?:^|\s)((?:\d\d:\d\d-\d\d:\d\d,?)+)$/.exec(value)?.[1];
      if (hours !== undefined) counts.set(hours, (counts.get(hours) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_HOURS)
    .map(([hours]) => hours);
}
