'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/components/data/call';
import { peopleQuery } from '@/components/data/people';
import { changePerson, type MemberPatch } from '@/domain/contract/people';
import type { Member } from '@/domain/person';

/** Changes a person as they were seen; the list is read again whatever came of it. */
export function useChangePerson(person: Member) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (patch: MemberPatch) =>
      call(changePerson, { params: { id: person.id }, version: person.version, body: patch }),
    onSettled: () => cache.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
}
