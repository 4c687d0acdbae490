import { objectType } from '../schema';
import { strip } from '../syntax/blanks';
import type { Item } from './item';

/** As many times as the arbiter tries before it takes macros for endless (macroresolver.py:261). */
const maxRounds = 33;

/**
 * Puts the values of macros into a business rule as they are when the arbiter reads it: customs and directives of the rule's host and
 * service; arguments, `$USER1$` and unknown macros are nothing yet (macroresolver.py:175-265). Modulations change numbers of a rule, not
 * its members. Undefined where a value depends on what is not known here.
 */
export function resolveRuleMacros(rule: string, objects: readonly Item[]): string | undefined {
  let text = rule;
  for (let round = 0; round < maxRounds; round++) {
    const names = new Set(text.split('$').filter((part, index) => index % 2 === 1 && part !== ''));
    if (names.size === 0) break;
    for (const name of names) {
      const value = valueOf(name, objects);
      if (value === undefined) return undefined;
      text = text.replaceAll(`$${name}$`, () => value);
    }
    text = text.replaceAll('$$', doubleDollar);
  }
  return strip(text.replaceAll('$$', '$').replaceAll(doubleDollar, '$'));
}

/** The arbiter's own stand-in while it looks for macros. */
const doubleDollar = 'DOUBLEDOLLAR';

function valueOf(macro: string, objects: readonly Item[]): string | undefined {
  if (/^ARG[0-9]/.test(macro)) return '';
  const custom = /^_(HOST|SERVICE|CONTACT)(\w.*)$/.exec(macro);
  if (custom) {
    const owner = objects.find(({ type }) => type.toUpperCase() === custom[1]);
    const name = `_${(custom[2] ?? '').toUpperCase()}`;
    // A modulation without a period is always in force, and the first one counts; of others, who knows whether now is their time.
    const modulations = owner?.links.get('macromodulations') ?? [];
    const always = modulations.find((each) => each.customs.has(name) && (each.text('modulation_period') ?? '') === '');
    return always?.customs.get(name) ?? owner?.customs.get(name) ?? '';
  }
  if (macro.includes(':')) return undefined;
  for (const object of objects) {
    const macros = objectType(object.type)?.macros ?? {};
    if (!Object.hasOwn(macros, macro)) continue;
    const value = object.get(macros[macro] ?? '');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }
  return '';
}
