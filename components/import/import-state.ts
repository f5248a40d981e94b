/** What somebody has in hand while an article is on its way in, and how each step changes it. */
import type { FieldName, FieldValues } from '@/components/article-fields/field-values';
import { again, type Draft, without } from '@/domain/import/draft';
import type { SourceFormat } from '@/domain/import/recognise';
import { editedAfter, type Mend, mended } from './mend-block';

/** Where the text comes from. A long one is not shown as source, since the browser would crawl. */
export interface Source {
  readonly text: string;
  readonly format: SourceFormat;
  /** Of a file: its name and how it was decoded. */
  readonly file?: { readonly name: string; readonly encoding: string };
}

export interface ImportState {
  readonly source: Source;
  /** What the source makes, mended or not; undefined until it was read. */
  readonly draft: Draft | undefined;
  /** Whether blocks were mended by hand, which another source would undo. */
  readonly isMended: boolean;
  /** The fields that were typed; they outweigh what was recognised. */
  readonly typed: Partial<FieldValues>;
  /** Key of the block that is being mended. */
  readonly editing: number | undefined;
}

export const emptyImport: ImportState = {
  source: { text: '', format: 'text' },
  draft: undefined,
  isMended: false,
  typed: {},
  editing: undefined,
};

export type ImportAction =
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'read'; readonly source: Source; readonly draft: Draft | undefined }
  /** What was recognised is undone, or done again. */
  | { readonly type: 'toggle'; readonly ids: readonly string[]; readonly isUndone: boolean }
  | { readonly type: 'mend'; readonly mend: Mend }
  | { readonly type: 'field'; readonly name: FieldName; readonly value: string }
  | { readonly type: 'restart' };

export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case 'source':
      return { ...state, source: action.source, isMended: false, editing: undefined };
    case 'read':
      // A draft of an older source comes too late.
      if (action.source !== state.source) return state;
      return { ...state, draft: action.draft, isMended: false, editing: undefined };
    case 'toggle':
      return { ...state, draft: toggled(state.draft, action.ids, action.isUndone) };
    case 'mend':
      return mendState(state, action.mend);
    case 'field':
      return { ...state, typed: { ...state.typed, [action.name]: action.value } };
    case 'restart':
      return emptyImport;
  }
}

function toggled(draft: Draft | undefined, ids: readonly string[], isUndone: boolean): Draft | undefined {
  if (draft === undefined) return undefined;
  return ids.reduce((made, id) => (isUndone ? without(made, id) : again(made, id)), draft);
}

function mendState(state: ImportState, mend: Mend): ImportState {
  const [kind, block] = mend;
  if (kind === 'edit') return { ...state, editing: block.key };
  const draft = state.draft === undefined ? undefined : mended(state.draft, ...mend);
  if (draft === undefined) return { ...state, editing: undefined };
  return { ...state, draft, isMended: true, editing: editedAfter(draft, ...mend) };
}

/** Whether leaving would lose something. */
export function holdsWork({ source, typed }: ImportState): boolean {
  return source.text.trim() !== '' || Object.values(typed).some((value) => value.trim() !== '');
}
