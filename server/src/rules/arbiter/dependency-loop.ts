import { placeOf } from '../../model/item';
import { defineRule } from '../rule';

export const dependencyLoop = defineRule<undefined>({
  code: 'arbiter/dependency-loop',
  severity: 'error',
  title: 'Hosts or services that depend on each other in a circle',
  explain:
    'Shinken refuses hosts that are their own parents, however many hosts lie between, and hosts or services whose dependencies lead back to themselves. It may name other objects that only lead to the circle.',
  example: {
    bad: `
      define host {
          host_name  router-1
          parents    switch-1
      }
      define host {
          host_name  switch-1
          parents    router-1
      }`,
    good: `
      define host {
          host_name  router-1
      }
      define host {
          host_name  switch-1
          parents    router-1
      }`,
  },
  check(model, report) {
    for (const { items, through, at } of model.facts('dependency-loop')) {
      const [first, ...others] = items;
      if (!first) continue;
      const names = items.map(({ name }) => name).join(', ');
      const what =
        through === 'parents'
          ? others.length === 0
            ? `${names} is its own parent`
            : `these hosts are each other's parents: ${names}`
          : others.length === 0
            ? `${names} depends on itself`
            : `these ${first.type}s depend on each other: ${names}`;
      const related = others.flatMap((other) => {
        const place = placeOf(other, through === 'parents' ? 'parents' : undefined);
        return place ? [{ ...place, message: `${other.name} is part of the circle` }] : [];
      });
      report({ at, object: first, message: `Shinken refuses this: ${what}.`, related, data: undefined });
    }
  },
});
