/** Time periods in words. */
import type { Analysis } from '../../analysis';
import type { RawObject, RawProperty } from '../../project/types';
import { daterangeForm } from '../../schema';
import { daterangeWords, periodWords } from '../daterange-words';
import { itemsOf } from '../effective';
import type { Markdown } from '../feature';
import { code, escape, paragraphs } from '../markdown';

/** A line of a time period that says days: what it means, and the form that it has. */
export function daterangeMarkdown(object: RawObject, property: RawProperty | undefined): Markdown | undefined {
  if (object.type !== 'timeperiod' || !property) return undefined;
  const line = `${property.key} ${property.value}`;
  const form = daterangeForm(line);
  const words = daterangeWords(line);
  if (!form && words === undefined) return undefined;
  return paragraphs(words && `${escape(words)}.`, form && `**${escape(form.form)}**`, form?.doc);
}

/** So many lines are told. */
const MOST_LINES = 8;

/** All times of a period, those of its templates included; undefined for any other object. */
export function periodMarkdown(analysis: Analysis, object: RawObject): Markdown | undefined {
  const [item] = object.type === 'timeperiod' ? itemsOf(analysis, object) : [];
  if (!item) return undefined;
  const words = periodWords(item.ranges.map(({ text }) => text));
  const lines = words.slice(0, MOST_LINES).map((line) => `- ${escape(line)}`);
  const rest = words.length - lines.length;
  const excluded = item.list('exclude').filter((name) => name !== '');
  return [
    ...(words.length === 0 ? ['- Never'] : lines),
    ...(rest > 0 ? [`- … and ${rest} more`] : []),
    ...(excluded.length > 0 ? [`- but not during ${excluded.map(code).join(', ')}`] : []),
  ].join('\n');
}
