/** Holds the schema against what was read out of Shinken's source, which stands beside some checkouts. */
import { describe, expect, it } from 'vitest';
import { objectTypeList, type Directive, type ObjectType } from '../../server/src/schema';
import { sharedJson } from '../support/shared';

interface SourceProperty {
  readonly class: string;
  readonly default?: unknown;
  readonly split_on_coma?: boolean;
  readonly ref?: { readonly target: string; readonly shape: string; readonly missing: string };
}

interface SourceType {
  readonly properties: Readonly<Record<string, SourceProperty>>;
  readonly effective?: { readonly required: readonly string[] };
  readonly old_properties?: Readonly<Record<string, string>>;
}

const source = sharedJson<{ types: Readonly<Record<string, SourceType>> }>('facts/schema-2.4.3.json');

const kinds: Readonly<Record<string, Directive['value']>> = {
  StringProp: 'string',
  IntegerProp: 'integer',
  FloatProp: 'float',
  BoolProp: 'boolean',
  CharProp: 'character',
  ListProp: 'list',
  IntListProp: 'integerList',
  DictProp: 'dictionary',
};

/** Defaults that the source declares and that never come about, with what comes about in their place. */
const otherDefaults: Readonly<Record<string, string | undefined>> = {
  // They become escalations before defaults are filled in, and an escalation's default is -1.
  'hostescalation.notification_interval': '-1',
  'serviceescalation.notification_interval': '-1',
  // The name of the machine that the arbiter runs on.
  'arbiter.host_name': undefined,
};

/** Directives that are no property of the class, and that the arbiter reads all the same. */
const additions: readonly string[] = ['arbiter.accept_passive_unknown_check_results'];

/** References that the source facts leave out or simplify: they are followed at run time. */
const otherReferences: readonly string[] = [
  // Tags that the arbiter does not check.
  'command.poller_tag',
  'command.reactionner_tag',
];

describe.skipIf(source === undefined)('the schema agrees with the source', () => {
  const types = source?.types ?? {};

  it('has all types and their 604 properties', () => {
    expect(objectTypeList.map((type) => type.name).sort()).toEqual(Object.keys(types).sort());
    const count = Object.values(types).reduce((sum, type) => sum + Object.keys(type.properties).length, 0);
    const ours = objectTypeList.reduce((sum, type) => sum + properties24(type).length, 0);
    expect([count, ours]).toEqual([604, 604]);
  });

  describe.each(objectTypeList.map((type) => ({ name: type.name, type })))('$name', ({ name, type }) => {
    const facts = types[name];
    const properties = facts?.properties ?? {};
    const directives = properties24(type);

    it('has its properties', () => {
      expect(directives.map((one) => one.name).sort()).toEqual(Object.keys(properties).sort());
    });

    it('has their kinds of value', () => {
      const theirs = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, kinds[one.class]]));
      expect(Object.fromEntries(directives.map((one) => [one.name, one.value]))).toEqual(theirs);
    });

    it('has their defaults', () => {
      for (const one of directives) {
        const key = `${name}.${one.name}`;
        const expected = key in otherDefaults ? otherDefaults[key] : written(properties[one.name]);
        expect(one.default, key).toBe(expected);
      }
    });

    it('requires what the arbiter requires', () => {
      // Alternatives (`a|b`, `a (or b)`) and what holds in some cases only are for rules to say.
      const theirs = (facts?.effective?.required ?? []).filter((key) => /^\w+$/.test(key));
      const ours = directives.filter((one) => one.required === true).map((one) => one.name);
      expect(ours.sort()).toEqual(theirs.filter((key) => !timed(name, key)).sort());
    });

    it('has their references', () => {
      for (const one of directives) {
        const key = `${name}.${one.name}`;
        const ref = properties[one.name]?.ref;
        if (otherReferences.includes(key)) expect([one.reference?.missing, ref], key).toEqual(['silent', undefined]);
        else expect(one.reference !== undefined, key).toBe(ref !== undefined);
        if (one.reference && ref && ref.target in types) expect(one.reference.target, key).toBe(ref.target);
      }
    });

    it('has their old names', () => {
      expect(type.oldNames).toEqual(facts?.old_properties ?? {});
    });
  });
});

/** The directives that are properties in 2.4. */
function properties24({ name, directives }: ObjectType): Directive[] {
  return directives.filter((one) => one.since === undefined && !additions.includes(`${name}.${one.name}`));
}

/** A default as one would write it in a file. */
function written(property: SourceProperty | undefined): string | undefined {
  const value = property?.default;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'object') return Object.entries(value).join(',');
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value as string | number);
}

/** Numbers of notifications, which an escalation by times does without. */
function timed(type: string, key: string): boolean {
  return /escalation$/.test(type) && /^(first|last)_notification$/.test(key);
}
