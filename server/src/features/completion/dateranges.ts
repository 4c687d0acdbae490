/** Days and hours of a time period. */
import { daterangeForms, weekdays } from '../../schema';
import type { ValueCursor } from '../context';
import { code, paragraphs } from '../markdown';
import { completionList, type CompletionItem, type CompletionList } from './item';
import { tokenAt } from './token';

const days: readonly string[] = weekdays;

export function isWeekday(key: string): boolean {
  return days.includes(key);
}

/** Keys of a time period: days of the week, then a line of every other form. */
export function dateRanges(present: ReadonlySet<string>, separator: (name: string) => string): CompletionItem[] {
  const week = days
    .filter((day) => !present.has(day))
    .map((day): CompletionItem => {
      const gap = separator(day);
      return {
        label: day,
        kind: 'directive',
        detail: 'every week',
        insertText: `${day}${gap}00:00-24:00`,
        snippet: `${day}${gap}\${1:00:00-24:00}`,
        rank: 150 + days.indexOf(day) / 10,
      };
    });
  const others = daterangeForms
    .filter(({ form }) => form !== 'weekday')
    .map(({ form, example, doc }, index): CompletionItem => {
      const documentation = paragraphs(doc, `Form: ${code(form)}`);
      return { label: example, kind: 'directive', detail: 'days', documentation, rank: 160 + index / 100 };
    });
  return [...week, ...others];
}

const hours: readonly { readonly range: string; readonly detail: string }[] = [
  { range: '00:00-24:00', detail: 'all day' },
  { range: '08:00-18:00', detail: 'office hours' },
  { range: '00:00-08:00,18:00-24:00', detail: 'outside office hours' },
];

/** Hours behind a day. */
export function hoursCompletion(cursor: ValueCursor): CompletionList {
  const { typed, span } = tokenAt(cursor, /,/);
  const items = hours.map(({ range, detail }, rank): CompletionItem => ({ label: range, kind: 'value', detail, rank }));
  return completionList(span, items, typed);
}
