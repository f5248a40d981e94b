'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DemoPerson } from '@/domain/demo-people';
import { goTo } from './go-to';
import { useSignIn } from './use-sign-in';

/** In the demo: one click per person. The page hands them in, so that no other desk sends them to browsers. */
export function DemoPeople({
  people,
  password,
  next,
}: {
  people: readonly DemoPerson[];
  /** Of all of them. */
  password: string;
  /** The path of ours to go to. */
  next: string;
}) {
  const { busy, problem, attempt } = useSignIn(() => goTo(next));
  return (
    <section aria-labelledby="demo" className="grid gap-3 border-line border-t pt-6">
      <h2 id="demo" className="font-semibold">
        This is the demo: step in as
      </h2>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <div className="grid grid-cols-2 gap-2">
        {people.map((person) => (
          <Button
            key={person.email}
            disabled={busy}
            onClick={() => attempt(person.email, password)}
            className="justify-start"
          >
            {person.name}
          </Button>
        ))}
      </div>
      <p className="text-pretty text-soft">
        A browser holds one person at a time. To be a second one, say an editor here and a reviewer there,
        open a private window.
      </p>
    </section>
  );
}
