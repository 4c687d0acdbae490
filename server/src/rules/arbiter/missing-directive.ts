import { headPlace } from '../../model/item';
import { written } from '../../model/names/written';
import { edits, insertDirective } from '../edits';
import { defineRule } from '../rule';
import { titleOf, withArticle } from '../words';

/** What most people write. */
const usual: Readonly<Record<string, string>> = { check_interval: '5', retry_interval: '1' };

export const missingDirective = defineRule<{ readonly key: string }>({
  code: 'arbiter/missing-directive',
  severity: 'error',
  title: 'A service without a directive that it needs',
  explain:
    'Every service needs `service_description`, `check_command`, `check_interval` and `retry_interval`, of its own or from a template. Without the description the arbiter crashes, without one of the others it refuses the service.',
  example: {
    bad: `
      define host {
          host_name  web-1
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          retry_interval       1
      }`,
    good: `
      define host {
          host_name  web-1
      }
      define service {
          host_name            web-1
          service_description  Load
          check_command        _echo
          check_interval       5
          retry_interval       1
      }`,
  },
  check(model, report) {
    for (const { item, key } of model.facts('missing-property')) {
      const message = `The arbiter refuses ${withArticle(titleOf(item.type))} without ${key}, its own or from a template.`;
      report({ at: item.source && headPlace(item.source), object: item, message, data: { key } });
    }
    for (const { item, host } of model.facts('undescribed-service')) {
      const message = 'The arbiter crashes on a service without service_description, its own or from a template.';
      report({
        at: item.source && headPlace(item.source),
        object: item,
        message,
        related: host.source ? [{ ...headPlace(host.source), message: 'A host that it is for.' }] : [],
        data: { key: 'service_description' },
      });
    }
  },
  fix({ file, span, data: { key } }, model) {
    const object = model.project.objects.find(
      ({ file: its, node }) => its === file && node.keywordSpan.start === span.start,
    );
    const text = model.text(file);
    const value = usual[key];
    if (!object || text === undefined || value === undefined || written(object, key) !== undefined) return [];
    const change = edits(insertDirective(object, text, key, value));
    return [{ title: `Add ${key} ${value}`, change, preferred: true }];
  },
});
