import type { Build } from './build';
import { addIndexed } from './collection-rules';

const extension = '.trig';

/** Every file of a `triggers_dir` that ends in `.trig` is a trigger of that name (trigger.py:86-101). */
export function loadTriggers(build: Build): void {
  for (const file of build.project.triggers) {
    if (!file.endsWith(extension)) continue;
    const trigger = build.create('trigger');
    trigger.props.set('trigger_name', file.slice(file.lastIndexOf('/') + 1, -extension.length));
    addIndexed(build, trigger);
  }
}
