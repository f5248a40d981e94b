'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FetchNotice } from '@/components/data/fetch-notice';
import { peopleQuery } from '@/components/data/people';
import { Button } from '@/components/ui/button';
import { AddPerson } from './add-person';
import { PersonRow } from './person-row';
import { type SetUpLink, SetUpLinkDialog } from './set-up-link-dialog';

/** Everybody on the desk, for an admin to add, change and disable. */
export function People({ meId }: { meId: string }) {
  const people = useQuery(peopleQuery);
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<SetUpLink>();
  return (
    <section aria-labelledby="people">
      <div className="mb-3 flex items-center gap-4">
        <h2 id="people" className="flex-1 font-semibold font-text text-section">
          People
        </h2>
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={15} strokeWidth={2} />
          Add a person
        </Button>
      </div>
      {people.isError && <FetchNotice error={people.error} onRetry={() => people.refetch()} />}
      <ul className="border-line border-t">
        {people.data?.items.map((person) => (
          <PersonRow key={person.id} person={person} isMe={person.id === meId} onInvited={setLink} />
        ))}
      </ul>
      <AddPerson open={adding} onOpenChange={setAdding} onAdded={setLink} />
      <SetUpLinkDialog link={link} onClose={() => setLink(undefined)} />
    </section>
  );
}
