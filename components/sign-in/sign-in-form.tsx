'use client';

import { type FormEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { goTo } from './go-to';
import { useSignIn } from './use-sign-in';

/** E-mail and password. On success the whole page changes to `next`, a path of ours. */
export function SignInForm({ next }: { next: string }) {
  const { busy, problem, attempt } = useSignIn(() => goTo(next));
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const done = await attempt(String(given.get('email')), String(given.get('password')));
    if (!done) password.current?.select();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <Field label="E-mail">
        <TextInput name="email" type="email" autoComplete="username" required autoFocus />
      </Field>
      <Field label="Password">
        <TextInput name="password" type="password" autoComplete="current-password" required ref={password} />
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="mt-1 w-full">
        Sign in
      </Button>
    </form>
  );
}
