/** The help of an item, looked up when someone wants to read it: what makes it is what the list says it is about, and the item's label. */
import type { Project } from '../../project/types';
import { daterangeForm, directive, moduleType, objectType } from '../../schema';
import type { Markdown } from '../feature';
import { ruleMarkdown } from '../ignore-comments';
import { macroMarkdown } from '../macros';
import { builtInMarkdown, code, directiveMarkdown, moduleMarkdown, paragraphs, typeMarkdown } from '../markdown';
import { objectMarkdown } from '../objects';
import { servicesOfNamed } from '../services-of';
import { symbolsOf } from '../symbols';
import type { Topic } from './item';
import { settingNamed } from './settings';
import { snippetMarkdown } from './snippets';

/** Undefined where there is nothing more to say than the item says itself. */
export function completionHelp(project: Project, topic: Topic, label: string): Markdown | undefined {
  switch (topic.of) {
    case 'types': {
      const type = objectType(label.replace(/^define /, ''));
      return type && typeMarkdown(type);
    }
    case 'snippets':
      return snippetMarkdown(label);
    case 'directives': {
      const setting = topic.module && moduleType(topic.module)?.settings.find(({ name }) => name === label);
      const found = setting || directive(topic.type, label);
      return found && directiveMarkdown(found, objectType(topic.type)?.title, label);
    }
    case 'settings': {
      const setting = settingNamed(label);
      return setting && directiveMarkdown(setting, 'main file', label);
    }
    case 'modules': {
      const type = moduleType(label);
      return type && moduleMarkdown(type);
    }
    case 'objects': {
      const ofHost = topic.host === undefined ? undefined : servicesOfNamed(project, topic.host)?.get(label);
      const object = ofHost ?? symbolsOf(project).definitions(topic.space, label).at(-1)?.object;
      if (object) return topic.space.startsWith('custom ') ? undefined : objectMarkdown(project, object);
      return topic.space === 'command' ? builtInMarkdown(label) : undefined;
    }
    case 'macros':
      return macroMarkdown(project, undefined, label.slice(1, -1));
    case 'rules':
      return ruleMarkdown(label);
    case 'days': {
      const form = daterangeForm(label.includes(' ') ? label : `${label} 00:00-24:00`);
      return form && paragraphs(form.doc, `Form: ${code(form.form)}`);
    }
  }
}
