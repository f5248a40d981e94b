import { Search } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { TextInput } from '@/components/ui/text-input';

/** After this pause in typing, in milliseconds, the search is made. */
const PAUSE = 200;

/** The field for words of the headline. What is typed is searched after a short pause, or at once with Enter. */
export function BoardSearch({
  search,
  inputRef,
  onSearch,
}: {
  /** What is searched now. */
  search: string;
  inputRef: RefObject<HTMLInputElement | null>;
  onSearch: (search: string) => void;
}) {
  const [typed, setTyped] = useState(search);
  const [searched, setSearched] = useState(search);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  // The address changed by other means (back, a link): the field follows.
  if (search !== searched) {
    setSearched(search);
    setTyped(search);
  }

  function find(words: string) {
    clearTimeout(pause.current);
    const wanted = words.trim();
    if (wanted === search) return;
    setSearched(wanted);
    onSearch(wanted);
  }

  return (
    <search className="relative block w-56 max-sm:w-auto max-sm:flex-1">
      <Search
        aria-hidden="true"
        size={14}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-soft"
      />
      <TextInput
        ref={inputRef}
        type="search"
        aria-label="Search headlines"
        aria-keyshortcuts="/"
        placeholder="Search headlines"
        maxLength={200}
        value={typed}
        onChange={(event) => {
          const words = event.target.value;
          setTyped(words);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => find(words), PAUSE);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(typed);
          if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
        }}
        className="peer pr-8 pl-8 [&::-webkit-search-cancel-button]:appearance-none"
      />
      <Kbd className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden">/</Kbd>
    </search>
  );
}
