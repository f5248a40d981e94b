'use client';

import { type FormEvent, useRef, useState } from 'react';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { signIn } from '@/components/sign-in/sign-in';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { MAX_PASSWORD, MIN_PASSWORD, Password, setUpPassword } from '@/domain/contract/people';
import { isRefusal } from '@/domain/refusal';

/** Chooses a password through a one-time link, then signs in with it. */
export function SetUpForm({ token }: { token: string }) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ readonly field: 'password' | 'again'; readonly message: string }>();
  const [problem, setProblem] = useState<string>();
  const password = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const chosen = String(given.get('password'));
    const fault = faultOf(chosen, String(given.get('again')));
    setWrong(fault);
    setProblem(undefined);
    if (fault !== undefined) return (fault.field === 'password' ? password : again).current?.focus();
    setBusy(true);
    try {
      const { email } = await call(setUpPassword, { body: { token, password: chosen } });
      // If this attempt fails, the sign-in page is still the right place to be.
      const outcome = await signIn(email, chosen);
      window.location.assign(outcome.is === 'signedIn' ? '/' : '/sign-in');
    } catch (error) {
      setBusy(false);
      const refused = isRefusal(error)
        ? error.extras.errors?.find(({ path }) => path === 'password')
        : undefined;
      if (refused === undefined) setProblem(sayFailure(error));
      else {
        setWrong({ field: 'password', message: refused.message });
        password.current?.focus();
      }
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <Field
        label="New password"
        hint={`At least ${MIN_PASSWORD} characters. A few words that only you would put together are best.`}
        error={wrong?.field === 'password' ? wrong.message : undefined}
      >
        <TextInput
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={MAX_PASSWORD}
          ref={password}
          autoFocus
        />
      </Field>
      <Field label="The same again" error={wrong?.field === 'again' ? wrong.message : undefined}>
        <TextInput
          name="again"
          type="password"
          autoComplete="new-password"
          maxLength={MAX_PASSWORD}
          ref={again}
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="mt-1 w-full">
        Choose this password
      </Button>
    </form>
  );
}

function faultOf(
  chosen: string,
  again: string,
): { readonly field: 'password' | 'again'; readonly message: string } | undefined {
  const parsed = Password.safeParse(chosen);
  if (!parsed.success)
    return { field: 'password', message: parsed.error.issues[0]?.message ?? 'does not fit' };
  return chosen === again ? undefined : { field: 'again', message: 'differs from the one above' };
}
