import { expect, test } from 'vitest';
import { randomOf } from '../../bench/random';
import type { Item } from '../../server/src/model/item';
import { ServicesByName } from '../../server/src/model/services-by-name';

/** Only whether it is the very same matters here. */
const service = (): Item => ({}) as Item;

test.each([3, 20, 400])('services are found as in a map of pairs, among %i hosts', (hosts) => {
  const random = randomOf(1, hosts);
  const services = new ServicesByName();
  const expected = new Map<string, Item>();
  // One description that any host may have, and one that only two may.
  const descriptions = ['Load', 'Rare'] as const;
  const drawn = (): readonly [host: string, description: string] => {
    const description = random.one(descriptions);
    const some = description === 'Rare' ? Math.min(hosts, 2) : hosts;
    return [`srv-${String(random.below(some))}`, description];
  };
  for (let step = 0; step < 20 * hosts; step++) {
    const [host, description] = drawn();
    const key = `${host}/${description}`;
    if (random.percent(70)) {
      const item = service();
      services.called(description).set(host, item);
      expected.set(key, item);
    } else expect(services.delete(host, description)).toBe(expected.delete(key));
    const [other, what] = drawn();
    expect(services.find(other, what)).toBe(expected.get(`${other}/${what}`));
  }
  for (let host = 0; host < hosts; host++) {
    for (const description of [...descriptions, 'Never']) {
      const name = `srv-${String(host)}`;
      expect(services.find(name, description)).toBe(expected.get(`${name}/${description}`));
    }
  }
  expect(services.find('nobody', 'Load')).toBeUndefined();
});
