import { directive, objectType } from '../../schema';
import { edits } from '../edits';
import { type FoundInText, syntaxRule } from './syntax-rule';

export const hashInValue = syntaxRule({
  kind: 'hash-in-value',
  severity: 'warning',
  title: 'A # that begins no comment',
  explain:
    'A `#` begins a comment only as the first character of a line. Behind a value it is part of the value; a comment there begins with `;`.',
  example: {
    bad: `
      define command {
          command_name  check # the one
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check ; the one
          command_line  /bin/true
      }`,
  },
  message: ({ fact }) => `This is part of the value, no comment: ${fact.text ?? ''}`,
  severityOf: (found) => (isFreeText(found) ? 'information' : 'warning'),
  fix: ({ file, fact }) => [
    {
      title: 'Make it a comment with ;',
      change: edits({ file, span: { start: fact.span.start, end: fact.span.start + 1 }, newText: ';' }),
      preferred: true,
    },
  ],
});

/** Directives whose value is anything at all: there a # may well be meant. */
function isFreeText({ fact: { object, span } }: FoundInText): boolean {
  const property = object?.properties.find(({ value }) => value.span.start <= span.start && span.end <= value.span.end);
  const type = object && objectType(object.type);
  if (!property || !type) return false;
  if (property.key.startsWith('_')) return true;
  const known = directive(type.name, property.key);
  return known?.value === 'string' && known.reference === undefined && property.key !== type.nameDirective;
}
