import { type FocusEvent, useState } from 'react';

/** Which of several clashes keys are about: the one with the focus in it, else the first. */
export function useCurrentClash<Field extends string>(
  fields: readonly Field[],
): {
  readonly current: Field | undefined;
  /** Undefined while the focus is in none of them. */
  readonly focused: Field | undefined;
  /** For the element around each clash. */
  readonly watch: (field: Field) => {
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
} {
  const [focused, setFocused] = useState<Field>();
  return {
    current: fields.find((field) => field === focused) ?? fields[0],
    focused,
    watch: (field) => ({
      onFocus: () => setFocused(field),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocused(undefined);
      },
    }),
  };
}
