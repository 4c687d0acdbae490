import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  daemonTypes,
  directive,
  includeSettings,
  mainSettings,
  moduleType,
  objectType,
  objectTypeList,
  type ObjectTypeName,
} from '../../server/src/schema';
import { weekdays } from '../../server/src/schema/timeperiods';
import type { ObjectNode } from '../../server/src/syntax/nodes';
import { parse } from '../../server/src/syntax/parser';
import { expand, type Snippet } from '../support/snippet';

const file = path.resolve(import.meta.dirname, '../../snippets/shinken.json');
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Snippet>>;
const cases = Object.entries(snippets);

/** The ports on which daemons listen; the usual spare has each of them. */
const ports = {
  scheduler: '7768',
  reactionner: '7769',
  arbiter: '7770',
  poller: '7771',
  broker: '7772',
  receiver: '7773',
};

describe.each(cases)('%s', (_, snippet) => {
  const { text, stops } = expand(snippet);
  const tree = parse(text);

  it('reads well, with nothing that the arbiter would read otherwise', () => {
    expect(tree.facts).toEqual([]);
    expect(tree.exit).toEqual({ inObject: false, pendingDefine: false, continued: '' });
    expect(text).not.toMatch(/\\/);
  });

  it('names types, directives and settings that there are', () => {
    const settings = new Set([...mainSettings, ...includeSettings].map(({ name }) => name));
    for (const node of tree.nodes) {
      if (node.kind === 'setting') expect(settings, node.key).toContain(node.key);
      else {
        expect(objectType(node.type)?.definable, node.type).toBe(true);
        expect(unknownKeys(node), node.type).toEqual([]);
      }
    }
  });

  it('writes every directive once, with values of its kind', () => {
    for (const node of objects(text)) {
      const keys = node.properties.map(({ key }) => key);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      for (const { key, value } of node.properties) {
        const kind = directive(node.type as ObjectTypeName, key)?.value;
        if (kind === 'integer') expect(value.text, key).toMatch(/^-?\d+$/);
        if (kind === 'boolean') expect(value.text, key).toMatch(/^[01]$/);
      }
    }
  });

  it('has what every object of its type needs', () => {
    for (const node of objects(text)) {
      const written = new Set(node.properties.map(({ key }) => key));
      const isTemplate = node.properties.some(({ key, value }) => key === 'register' && value.text === '0');
      const missing = (objectType(node.type)?.directives ?? []).filter(
        ({ name, required }) => required === true && !written.has(name),
      );
      // A template takes the place of what it leaves out, and one that is used gives it.
      const given = isTemplate || written.has('use');
      expect(
        missing.filter(() => !given).map(({ name }) => name),
        node.type,
      ).toEqual([]);
    }
  });

  it('offers choices that mean something', () => {
    for (const { choices } of stops) expect(new Set(choices).size).toBe(choices.length);
    for (const node of objects(text)) {
      for (const { key, value } of node.properties) {
        const known = directive(node.type as ObjectTypeName, key)?.choices;
        if (!known) continue;
        const wrong = value.text.split(',').filter((one) => !known.some((choice) => choice.value === one));
        expect(wrong, key).toEqual([]);
      }
    }
  });

  it('has tab stops from 1 on, without a gap', () => {
    const numbers = [...new Set(stops.map(({ stop }) => stop))].sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('has a description and aligned values', () => {
    expect(snippet.description).toMatch(/^[A-Z].*\.$/);
    for (const node of objects(text)) {
      const columns = node.properties
        .filter(({ value }) => value.text !== '')
        .map(({ keySpan, value }) => value.span.start - keySpan.start);
      expect(new Set(columns).size, text).toBeLessThanOrEqual(1);
    }
  });
});

describe('the snippets', () => {
  it('have prefixes of their own', () => {
    const prefixes = cases.flatMap(([, { prefix }]) => prefix);
    expect(prefixes.filter((one, index) => prefixes.indexOf(one) !== index)).toEqual([]);
  });

  it.each(objectTypeList.filter(({ definable }) => definable).map(({ name }) => [name]))('define a %s', (name) => {
    const snippet = cases.find(([, { prefix }]) => prefix === `define ${name}`)?.[1];
    expect(snippet && objects(expand(snippet).text).map(({ type }) => type)).toEqual([name]);
  });

  it.each(daemonTypes.map((kind) => [kind]))('define a spare %s on its usual port', (kind) => {
    const snippet = cases.find(([, { prefix }]) => prefix === `spare ${kind}`)?.[1];
    const [node] = snippet ? objects(expand(snippet).text) : [];
    expect(node && [node.type, valueOf(node, 'port'), valueOf(node, 'spare'), valueOf(node, 'address')]).toEqual([
      kind,
      ports[kind],
      '1',
      'server3',
    ]);
  });

  it.each(['redis', 'memcache', 'mongodb'])('keep states in %s, where master and spare find them', (store) => {
    const snippet = cases.find(([, { prefix }]) => prefix === `module retention ${store}`)?.[1];
    const [node] = snippet ? objects(expand(snippet).text) : [];
    expect(moduleType((node && valueOf(node, 'module_type')) ?? '')?.retention).toBe('distributed');
  });
});

describe('the full set of spares', () => {
  const snippet = snippets['Full set of spares'] ?? { prefix: '', description: '', body: [] };
  const { text, stops } = expand(snippet);
  const spares = objects(text);

  it('has one of each daemon on its usual port, all spare', () => {
    expect(spares.map((node) => [node.type, valueOf(node, 'port'), valueOf(node, 'spare')])).toEqual([
      ['scheduler', '7768', '1'],
      ['reactionner', '7769', '1'],
      ['arbiter', '7770', '1'],
      ['poller', '7771', '1'],
      ['broker', '7772', '1'],
      ['receiver', '7773', '1'],
    ]);
  });

  it('has the name of the server as one tab stop, the first', () => {
    expect(new Set(spares.map((node) => valueOf(node, 'address')))).toEqual(new Set(['server3']));
    expect(spares.map((node) => valueOf(node, 'host_name'))).toEqual([
      undefined,
      undefined,
      'server3',
      undefined,
      undefined,
      undefined,
    ]);
    expect([...new Set(stops.filter((stop) => stop.text === 'server3').map(({ stop }) => stop))]).toEqual([1]);
    expect(stops.filter(({ stop }) => stop === 1)).toHaveLength(8);
    expect(snippet.body.join('\n').match(/server3/g)).toHaveLength(1);
  });

  it('takes the logs of the arbiter over', () => {
    expect(spares.filter((node) => valueOf(node, 'manage_arbiters') === '1').map(({ type }) => type)).toEqual([
      'broker',
    ]);
  });
});

function objects(text: string): ObjectNode[] {
  return parse(text).nodes.filter((node) => node.kind === 'object');
}

function valueOf(node: ObjectNode, key: string): string | undefined {
  return node.properties.find((property) => property.key === key)?.value.text;
}

/** Keys that neither the type nor, in a module, the kind of module knows. */
function unknownKeys(node: ObjectNode): string[] {
  const type = node.type as ObjectTypeName;
  const settings = moduleType(valueOf(node, 'module_type') ?? '')?.settings ?? [];
  const free = new Set<string>([...settings.map(({ name }) => name), ...(type === 'timeperiod' ? weekdays : [])]);
  // A discovery rule matches whatever its lines name, and writes what `+` adds.
  if (type === 'discoveryrule') ['openports', '+use'].forEach((key) => free.add(key));
  return node.properties
    .map(({ key }) => key)
    .filter((key) => !directive(type, key) && !free.has(key) && !key.startsWith('_'));
}
