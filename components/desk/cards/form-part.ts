/** What each field of a details form needs. */
import type { ReactNode } from 'react';
import type { MarkField } from '@/domain/differences';
import type { NamedParty } from '@/domain/party-names';
import type { Proposal } from '@/domain/propose-details';
import type { Draft, Values } from './details-draft';

export interface FormPart {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  /** Types into fields, by their paths in `details`. */
  readonly setValues: (values: Values) => void;
  /** What others made of these fields while the form is open: to be put below them. */
  readonly aside: (...fields: MarkField[]) => ReactNode;
  /** What is wrong with the field at a path of `details`. */
  readonly errorAt: (path: string) => string | undefined;
  /** Everybody named in the article, once. */
  readonly parties: readonly NamedParty[];
  readonly proposals: readonly Proposal[];
  readonly publishedOn: string | undefined;
  readonly timeZone: string;
}
