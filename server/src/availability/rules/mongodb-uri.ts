import type { RawProperty } from '../../project/types';
import { edits, replaceValue } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { moduleType } from '../../schema';

export const mongodbUri = defineRule<{ readonly property: RawProperty }>({
  code: 'availability/mongodb-uri',
  severity: 'warning',
  title: 'A mongodb retention whose uri is no mongodb:// address',
  explain:
    'The mongodb retention module hands its `uri` to the database driver. What does not begin with `mongodb://` is taken for a bare host name, whatever else it says: a database, options or a user in it lead nowhere, and the states are not kept. Write the whole address.',
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
      if (moduleType(module.text('module_type') ?? '')?.type !== 'retention_mongodb') continue;
      const property = module.source?.properties.filter(({ key }) => key === 'uri').at(-1);
      if (!property || property.value === '' || /^mongodb(\+srv)?:\/\//.test(property.value)) continue;
      report({
        at: { file: property.file, span: property.node.value.span },
        object: module,
        message: `Without mongodb:// before it the driver takes ${property.value} for the bare name of a host.`,
        data: { property },
      });
    }
  },
  fix: ({ data: { property } }) => [
    {
      title: 'Prefix mongodb://',
      change: edits(replaceValue(property, property.value.replace(/^(\w*:\/\/)?/, 'mongodb://'))),
      preferred: true,
    },
  ],
});
