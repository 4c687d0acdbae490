import { headPlace } from '../../model/item';
import { defineRule } from '../rule';

export const undescribedExtinfo = defineRule<undefined>({
  code: 'arbiter/undescribed-extinfo',
  severity: 'error',
  title: 'Information about services without a description',
  explain:
    'A `serviceextinfo` says by `host_name` and `service_description` what it is about. The arbiter crashes without the latter.',
  example: {
    bad: `
      define serviceextinfo {
          host_name  web-1
          notes      The front door
      }`,
    good: `
      define serviceextinfo {
          host_name            web-1
          service_description  Http
          notes                The front door
      }`,
  },
  check(model, report) {
    for (const { item, outcome } of model.facts('idle-extinfo')) {
      if (outcome !== 'crash') continue;
      const message = 'The arbiter crashes on a serviceextinfo without service_description.';
      report({ at: item.source && headPlace(item.source), object: item, message, data: undefined });
    }
  },
});
