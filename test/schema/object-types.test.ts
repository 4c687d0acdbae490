import { describe, expect, it } from 'vitest';
import { directive, objectTypeList, type Directive, type ObjectType } from '../../server/src/schema';
import { weekdays } from '../../server/src/schema/timeperiods';

const typeNames: ReadonlySet<string> = new Set(objectTypeList.map((type) => type.name));

/** Targets of references that are no object type. */
const otherTargets = new Set(['template', 'poller-tag', 'reactionner-tag', 'satellite', 'host-macro']);

const cases = objectTypeList.map((type) => ({ name: type.name, type }));

describe.each(cases)('$name', ({ type }) => {
  it('explains itself and every directive in a sentence or two', () => {
    const docs = [['(type)', type.doc], ...type.directives.map(({ name, doc }) => [name, doc])];
    expect(docs.filter(([, doc]) => !isHelp(doc ?? ''))).toEqual([]);
  });

  it('says something of its own of every directive', () => {
    expect(repeated(type.directives.map(({ doc }) => doc))).toEqual([]);
  });

  it('has every directive once', () => {
    expect(repeated(type.directives.map(({ name }) => name))).toEqual([]);
  });

  it('refers to known types', () => {
    const targets = type.directives.flatMap(({ reference }) => (reference ? [reference.target] : []));
    expect(targets.filter((target) => !typeNames.has(target) && !otherTargets.has(target))).toEqual([]);
  });

  it('offers every choice once, with words', () => {
    for (const { name, choices } of type.directives) {
      if (!choices) continue;
      expect(repeated(choices.map(({ value }) => value)), name).toEqual([]);
      expect(
        choices.filter(({ doc }) => !/^.{2,200}\.$/.test(doc)),
        name,
      ).toEqual([]);
    }
  });

  it('has defaults among the choices', () => {
    for (const { name, choices, default: value } of type.directives) {
      if (!choices || !value) continue;
      const offered = new Set(choices.map((choice) => choice.value));
      expect(
        value.split(',').filter((item) => !offered.has(item)),
        name,
      ).toEqual([]);
    }
  });

  it('has old names for directives there are, and none that is one', () => {
    const names = new Set(type.directives.map(({ name }) => name));
    for (const [old, name] of Object.entries(type.oldNames)) {
      expect(names.has(name), old).toBe(true);
      expect(names.has(old), old).toBe(false);
      expect(directive(type.name, old)?.name).toBe(name);
    }
  });

  it('is named by one of its directives', () => {
    if (type.nameDirective !== undefined) expect(directive(type.name, type.nameDirective)).toBeDefined();
  });

  it('puts the usual directives first, required ones among them', () => {
    const usual = type.usual ?? [];
    const known = new Set([
      ...type.directives.map(({ name }) => name),
      ...(type.name === 'timeperiod' ? weekdays : []),
    ]);
    expect(usual.filter((name) => !known.has(name))).toEqual([]);
    expect(repeated(usual)).toEqual([]);
    expect(usual).not.toEqual([]);
    expect(required(type).filter((name) => !usual.includes(name))).toEqual([]);
  });

  it('shows existing directives in its macros', () => {
    const shown = Object.values(type.macros).filter((name) => name !== '');
    expect(shown.filter((name) => directive(type.name, name) === undefined)).toEqual([]);
  });
});

describe('units', () => {
  it.each<[ObjectType['name'], string, Directive['unit']]>([
    ['host', 'check_interval', 'interval_length'],
    ['service', 'retry_interval', 'interval_length'],
    ['host', 'freshness_threshold', 'seconds'],
    ['service', 'notification_interval', 'interval_length'],
    ['service', 'first_notification_delay', 'interval_length'],
    ['service', 'time_to_orphanage', 'seconds'],
    ['host', 'low_flap_threshold', 'percent'],
    ['escalation', 'first_notification', 'count'],
    ['escalation', 'first_notification_time', 'interval_length'],
    ['command', 'timeout', 'seconds'],
  ])('%s %s is in %s', (type, name, unit) => {
    expect(directive(type, name)?.unit).toBe(unit);
  });
});

describe('letters', () => {
  it.each<[ObjectType['name'], string, string]>([
    ['host', 'notification_options', 'd u r f s n'],
    ['service', 'notification_options', 'w u c r f s n'],
    ['contact', 'host_notification_options', 'd u r f s n'],
    ['contact', 'service_notification_options', 'w u c r f n'],
    ['notificationway', 'service_notification_options', 'w u c r f n'],
    ['host', 'initial_state', 'o d u'],
    ['service', 'initial_state', 'o w c u'],
    ['host', 'flap_detection_options', 'd u'],
    ['service', 'flap_detection_options', 'o w c u'],
    ['hostdependency', 'execution_failure_criteria', 'o d u n'],
    ['servicedependency', 'notification_failure_criteria', 'o w c u n'],
    ['hostescalation', 'escalation_options', 'd u w c o'],
  ])('%s %s means something with %s', (type, name, letters) => {
    const choices = directive(type, name)?.choices ?? [];
    expect(choices.filter((choice) => choice.ignored !== true).map((choice) => choice.value)).toEqual(
      letters.split(' '),
    );
  });
});

function isHelp(doc: string): boolean {
  return doc.length >= 20 && doc.length <= 400 && /^[A-Z`"].*\.$/.test(doc) && !doc.includes('\n');
}

function required(type: ObjectType): string[] {
  return type.directives.filter((one) => one.required === true).map(({ name }) => name);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
