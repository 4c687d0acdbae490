import { type Item, placeOf } from '../../model/item';
import { edits, replaceValue } from '../edits';
import { defineRule } from '../rule';

export const weightlessSchedulers = defineRule<{ readonly scheduler: Item }>({
  code: 'arbiter/weightless-schedulers',
  severity: 'error',
  title: 'No scheduler with a weight',
  explain:
    'Hosts are dealt to the schedulers of a realm by `weight`: two hosts to a scheduler with 2 for one to a scheduler with 1, none to one with 0. Where every active scheduler of a realm with hosts has no weight, the arbiter crashes.',
  example: {
    bad: `
      define scheduler {
          scheduler_name  scheduler-master
          weight          0
      }
      define host {
          host_name       web-1
      }`,
    good: `
      define scheduler {
          scheduler_name  scheduler-master
          weight          1
      }
      define host {
          host_name       web-1
      }`,
  },
  check(model, report) {
    for (const { realm, schedulers } of model.facts('weightless-schedulers')) {
      for (const scheduler of schedulers) {
        report({
          at: placeOf(scheduler, 'weight'),
          object: scheduler,
          message: `The arbiter crashes: no active scheduler of the realm ${realm.name} has a weight above 0.`,
          data: { scheduler },
        });
      }
    }
  },
  fix({ data: { scheduler } }) {
    const written = scheduler.origins.get('weight')?.property;
    return written ? [{ title: 'Change to weight 1', change: edits(replaceValue(written, '1')), preferred: true }] : [];
  },
});
