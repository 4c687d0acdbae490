import type { RawProperty } from '../../project/types';
import { edits, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';

export const mongodbUri = defineRule<{ readonly property: RawProperty }>({
  code: 'availability/mongodb-uri',
  severity: 'warning',
  title: 'A mongodb retention whose uri is no mongodb:// address',
  explain:
    'The mongodb retention module hands its `uri` to the database driver, which wants it to begin with `mongodb://`. A bare host name fails when the scheduler starts, and the states are not kept.',
  example: {
    bad: `
      define module {
          module_name  retention
          module_type  mongodb_retention
          uri          db.example.com
      }`,
    good: `
      define module {
          module_name  retention
          module_type  mongodb_retention
          uri          mongodb://db.example.com
      }`,
  },
  check(model, report) {
    for (const module of model.items('module')) {
      if (!/mongodb.?retention/i.test(module.text('module_type') ?? '')) continue;
      const property = module.source?.properties.filter(({ key }) => key === 'uri').at(-1);
      if (!property || property.value === '' || /^mongodb(\+srv)?:\/\//.test(property.value)) continue;
      report({
        at: { file: property.file, span: property.node.value.span },
        object: module,
        message: `The driver wants an address that begins with mongodb://, not ${property.value}.`,
        data: { property },
      });
    }
  },
  fix: ({ data: { property } }) => [
    {
      title: 'Prefix mongodb://',
      change: edits(replaceValue(property, `mongodb://${property.value}`)),
      preferred: true,
    },
  ],
});
