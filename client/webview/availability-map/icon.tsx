import type { ComponentChildren } from 'preact';
import { type IconName, icons } from '../../src/views/availability-map/icons';

/** A sign in the colour of the text around it. What it means is always said in words, too. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}

/** Words for who does not see where a thing stands and what it looks like. */
export function Spoken({ children }: { readonly children: ComponentChildren }) {
  return <span class="spoken">{children}</span>;
}
