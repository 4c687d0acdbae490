import { headPlace } from '../../model/item';
import { written } from '../../model/names/written';
import { insertDirective, edits } from '../edits';
import { defineRule } from '../rule';
import { titleOf, withArticle } from '../words';

export const unnamedObject = defineRule<{ readonly directive: string }>({
  code: 'arbiter/unnamed-object',
  severity: 'error',
  title: 'An object without a name',
  explain:
    'The directive that names the object is missing or empty. The arbiter refuses such an object; of some types it crashes. A template has `register 0` and a `name` instead. A name cannot be inherited from a template.',
  example: {
    bad: `
      define hostgroup {
          alias  Web servers
      }`,
    good: `
      define hostgroup {
          hostgroup_name  web
          alias           Web servers
      }`,
  },
  check(model, report) {
    for (const { item, directive, outcome } of model.facts('unnamed')) {
      if (outcome === 'silent' || outcome === 'warning') continue;
      const lead = outcome === 'crash' ? 'The arbiter crashes on' : 'The arbiter refuses';
      const template =
        (item.props.get('name') ?? '') !== '' ? ' If it is meant as a template, register 0 is missing.' : '';
      const message = `${lead} ${withArticle(titleOf(item.type))} without ${directive}.${template}`;
      report({ at: item.source && headPlace(item.source), object: item, message, data: { directive } });
    }
  },
  fix({ file, span, data }, model) {
    const object = model.project.objects.find(
      ({ file: its, node }) => its === file && node.keywordSpan.start === span.start,
    );
    const text = model.text(file);
    if (!object || text === undefined || written(object, data.directive) !== undefined) return [];
    const name = object.lines.find(({ key }) => key === 'name')?.value;
    const template =
      name === undefined
        ? []
        : [
            {
              title: 'Make it a template: register 0',
              change: edits(insertDirective(object, text, 'register', '0')),
              preferred: true,
            },
          ];
    const change = edits(insertDirective(object, text, data.directive, name ?? `new-${object.type}`));
    return [...template, { title: `Add ${data.directive}`, change }];
  },
});
