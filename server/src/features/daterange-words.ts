/** What the lines of a time period mean, in words. Nothing here asks what time it is. */
import { type DateRange, readDateEntry, type TimeRange } from '../model/date-ranges';
import { months, weekdays } from '../schema';

/** The times that a line stands for, as the arbiter reads it: `Every Monday, from 09:00 to 17:00`. Undefined where it reads none. */
export function daterangeWords(line: string): string | undefined {
  const entry = readDateEntry(line);
  return entry.kind === 'range' ? `${daysWords(entry.range)}, ${hoursWords(entry.range.times)}` : undefined;
}

/** All lines of a time period: days of the week with the same hours are one. */
export function periodWords(lines: readonly string[]): readonly string[] {
  const byHours = new Map<string, Set<string>>();
  const others: string[] = [];
  for (const line of lines) {
    const entry = readDateEntry(line);
    if (entry.kind !== 'range') continue;
    const { form, days, times } = entry.range;
    const hours = hoursWords(times);
    const day = days[0]?.text ?? '';
    if (form === 'every week') byHours.set(hours, (byHours.get(hours) ?? new Set()).add(day));
    else others.push(`${daysWords(entry.range)}, ${hours}`);
  }
  return [...[...byHours].map(([hours, days]) => `${weekWords(days)}, ${hours}`), ...others];
}

/** `Monday to Friday`, `Saturday and Sunday`, `Every day`. */
function weekWords(days: ReadonlySet<string>): string {
  if (days.size === weekdays.length) return 'Every day';
  const runs: string[][] = [];
  for (const [index, day] of weekdays.entries()) {
    if (!days.has(day)) continue;
    if (index > 0 && days.has(weekdays[index - 1] ?? '')) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${capital(run[0] ?? '')} to ${capital(run.at(-1) ?? '')}`] : run.map(capital),
  );
  return parts.length > 1 ? listed(parts) : days.size === 1 ? `Every ${parts.join('')}` : parts.join('');
}

function daysWords({ form, days, numbers }: DateRange): string {
  const [first = '', second = first, third = '', fourth = ''] = days.map(({ text }) => text);
  const [from = 0, to] = numbers;
  const span = (start: string, end: string | undefined): string =>
    end === undefined || end === start ? capital(start) : `From ${start} to ${end}`;
  switch (form) {
    case 'every week':
      return `Every ${capital(first)}`;
    case 'weekday': {
      const last = to === undefined ? undefined : `the ${ordinal(to)} ${capital(second)}`;
      return `${span(`the ${ordinal(from)} ${capital(first)}`, last)} of every month`;
    }
    case 'date of a month':
      return `${span(date(from, first), to === undefined ? undefined : date(to, second))}, every year`;
    case 'day of each month':
      return `${span(`the ${ordinal(from)} day`, to === undefined ? undefined : `the ${ordinal(to)} day`)} of every month`;
    case 'weekday of a month': {
      const last = to === undefined ? undefined : `the ${ordinal(to)} ${capital(third)} of ${capital(fourth)}`;
      return `${span(`the ${ordinal(from)} ${capital(first)} of ${capital(second)}`, last)}, every year`;
    }
    case 'calendar date':
      return span(calendarDate(first), days.length > 1 ? calendarDate(second) : undefined);
  }
}

function date(day: number, month: string): string {
  return day > 0 ? `${day} ${capital(month)}` : `the ${ordinal(day)} day of ${capital(month)}`;
}

/** `Friday 25 December 2026`; a date that there is not, as it is written. */
function calendarDate(text: string): string {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return text;
  const weekday = weekdays[(at.getUTCDay() + 6) % 7] ?? '';
  return `${capital(weekday)} ${day} ${capital(months[month - 1] ?? '')} ${year}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

function ordinal(number: number): string {
  if (number < 0) return number === -1 ? 'last' : `${ordinal(-number)} to last`;
  const word = ordinals[number - 1];
  if (word !== undefined) return word;
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(!teen && ['th', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}

function hoursWords(times: readonly TimeRange[]): string {
  const parts = times.map(({ text, from, to }) => {
    if (from === undefined || to === undefined) return `${text.trim()} (no times)`;
    if (from === 0 && to === 24 * 3600) return 'all day';
    const words = `from ${clock(from)} to ${clock(to)}`;
    return to <= from ? `${words} (never: it ends before it begins)` : words;
  });
  return listed(parts);
}

function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : parts.join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
