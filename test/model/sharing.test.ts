import { describe, expect, test } from 'vitest';
import type { RawObject } from '../../server/src/project/types';
import { Build } from '../../server/src/model/build';
import { Chain } from '../../server/src/model/chain';
import { modelOf } from '../support/objects';

const written = (object: string): RawObject => {
  const [first] = modelOf(object).project.objects;
  if (!first) throw new Error('there is an object');
  return first;
};
const build = new Build(modelOf('').project, { dialect: '2.4' });

describe('values', () => {
  test('who has the same keys in the same order has the same shape', () => {
    const [a, b, c] = [build.create('host'), build.create('host'), build.create('host')];
    a.props.set('host_name', 'a').set('alias', 'A');
    b.props.set('host_name', 'b').set('alias', 'B');
    c.props.set('alias', 'C').set('host_name', 'c');
    expect(a.props.ownShape).toBe(b.props.ownShape);
    expect(a.props.ownShape).not.toBe(c.props.ownShape);
    expect([...a.props, ...c.props].join(' ')).toBe('host_name,a alias,A alias,C host_name,c');
  });
  test('a copy is changed by itself, and lacks what it has lost', () => {
    const host = build.create('host');
    host.props.set('host_name', 'a').set('alias', 'A').set('address', '::1');
    const copy = build.copy(host);
    copy.props.set('host_name', 'b').delete('alias');
    host.props.set('address', '::2');
    expect([...copy.props].join(' ')).toBe('host_name,b address,::1');
    expect([...host.props].join(' ')).toBe('address,::2 host_name,a alias,A');
  });
});

describe('origins', () => {
  const source = written('define host {\n  host_name  a\n  _disk  /\n}\n');
  const host = build.create('host', source);
  host.origins.areThoseOf(source);

  test.each([
    ['host_name', 'host_name'],
    ['_DISK', '_disk'],
    ['_disk', undefined],
    ['alias', undefined],
  ])('%s comes from the line %s', (key, line) => {
    expect(host.origins.get(key)?.property.key).toBe(line);
    expect(host.origins.has(key)).toBe(line !== undefined);
  });
  test('the same is asked for, the same is answered', () => {
    expect(host.origins.get('host_name')).toBe(host.origins.get('host_name'));
  });
  test('what is said later counts, in the copies too; what is gone is gone', () => {
    const [line] = source.properties;
    const changed = build.create('host', source);
    changed.origins.areThoseOf(source);
    if (line) changed.origins.set('alias', { property: line, via: ['t'] });
    changed.origins.delete('_DISK');
    const copy = build.copy(changed);
    expect([...copy.origins].map(([key, { via }]) => `${key} ${via.join()}`)).toEqual(['alias t', 'host_name ']);
  });
});

test('chains that are given the same in the same order are one', () => {
  const [x, y] = [{}, {}];
  const empty = Chain.empty<object>();
  const chain = empty.with('a', x).with('b', y);
  expect(empty.with('a', x).with('b', y)).toBe(chain);
  expect(empty.with('a', y).with('b', y)).not.toBe(chain);
  const other = chain.with('a', y);
  expect([...other].map(([key, value]) => `${key} ${String(value === y)}`)).toEqual(['a true', 'b true']);
  expect([chain.get('a'), chain.get('b'), chain.get('c')]).toEqual([x, y, undefined]);
});

test('a service is found by host and description, whatever slashes are in them', () => {
  const model = modelOf(`
    define host {
        host_name  a/b
    }
    define service {
        host_name            a/b
        service_description  c/d
    }`);
  expect(model.find('service', 'a/b/c/d')?.text('service_description')).toBe('c/d');
  expect(model.find('service', 'a/b/c')).toBeUndefined();
});

describe('contacts', () => {
  const model = modelOf(
    'define contact {\n  contact_name  a\n}\ndefine contact {\n  contact_name  b\n}\n' +
      'define contactgroup {\n  contactgroup_name  g\n  members  a\n}\ndefine contactgroup {\n  contactgroup_name  h\n  members  b\n}\n' +
      'define host {\n  name  t\n  register  0\n  contact_groups  g\n}\n' +
      'define host {\n  use  t\n  host_name  one\n}\ndefine host {\n  use  t\n  host_name  two\n}\n' +
      'define host {\n  use  t\n  host_name  own\n  contacts  b\n}\ndefine host {\n  use  t\n  host_name  other\n  contact_groups  h\n}\n',
  );

  test('whoever has the same groups and nobody besides has the very same list', () => {
    const [one, two] = model.items('host');
    expect(one?.props.get('contacts')).toEqual(['a']);
    expect(two?.props.get('contacts')).toBe(one?.props.get('contacts'));
  });
  test('others have their own', () => {
    expect(model.items('host').map((host) => host.list('contacts'))).toEqual([['a'], ['a'], ['b', 'a'], ['b']]);
  });
});
